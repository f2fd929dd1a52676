using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Testing;

namespace Switchhook.Bench.Media;

/// <summary><c>media</c>: many recorded calls at once, and how late the audio clock is under them.</summary>
internal static class MediaCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var calls = new Option<int>("--calls") { Description = "Two-party calls at once.", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "How long it measures.", DefaultValueFactory = _ => 60 };
        Between(calls, 1, 200);
        Between(seconds, 5, 3600);
        var command = new Command("media", "Run many recorded calls at once; tell how late the 20 ms clock is, and what a call costs.")
        {
            calls, seconds,
        };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(calls), parsed.GetValue(seconds), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RunAsync(int calls, int seconds, InvocationConfiguration streams, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var faults = 0;
        using var box = new MediaBox(calls, fault =>
        {
            Interlocked.Increment(ref faults);
            streams.Error.WriteLine(fault);
        });
        var (caller, answerer) = await SpeakAsync(cancel);
        await box.ConnectAllAsync(caller, answerer, cancel);
        await streams.Output.WriteLineAsync(
            $"{box.Talking} calls are connected and recorded ({box.Clock.Priority}); measuring for {seconds} s.");
        await Task.Delay(WarmUp, time, cancel);
        box.Clock.ResetStatistics();
        var before = Take(box);
        await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancel);
        var after = Take(box);
        await streams.Output.WriteLineAsync(Report(box, calls, before, after));
        await streams.Output.WriteLineAsync($"calls still talking   {box.Talking} of {calls}; faults: {faults}");
        return box.Talking == calls && faults == 0 ? 0 : 1;
    }

    private static string Report(MediaBox box, int calls, Figures before, Figures after)
    {
        var late = box.Clock.Lateness;
        var wall = TimeProvider.System.GetElapsedTime(before.At, after.At);
        var (audio, all) = (after.Audio - before.Audio, after.All - before.All);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""

            ticks                 {late.Ticks} of 20 ms; {late.OverOneBlock} were over 20 ms late
            lateness              median {Ms(late.Median)}, p99 {Ms(late.P99)}, p99.9 {Ms(late.P999)}, max {Ms(late.Max)}
            audio thread          {Percent(audio / wall)} of a core, {Percent(audio / wall / calls)} per call, the simulated card in it
            whole process         {Percent(all / wall)} of a core, {Percent(all / wall / calls)} per call
            allocated             {(after.Allocated - before.Allocated) / (double)late.Ticks:0.##} bytes per tick by the audio thread
            recordings            {(after.Recorded - before.Recorded) / 1024.0 / calls / wall.TotalMinutes:0} KiB per minute and call
            """);
    }

    private static Figures Take(MediaBox box)
    {
        using var process = Process.GetCurrentProcess();
        var at = TimeProvider.System.GetTimestamp();
        return new Figures(at, box.Clock.CpuTime, process.TotalProcessorTime, box.AllocatedByAudio, box.RecordedBytes);
    }

    private static async Task<(ReadOnlyMemory<short> Caller, ReadOnlyMemory<short> Answerer)> SpeakAsync(CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var speech = new EspeakSynthesizer(TimeProvider.System);
        await speech.SpeakAsync("Hello, I would like to make an appointment for next Tuesday.", "en", folder.File("caller.wav"), cancel);
        await speech.SpeakAsync("Good morning, this is the clinic. How can I help you today?", "en", folder.File("answerer.wav"), cancel);
        return (
            PromptReader.Load(folder.File("caller.wav"), "caller").Samples,
            PromptReader.Load(folder.File("answerer.wav"), "answerer").Samples);
    }

    private static void Between(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most)
        {
            result.AddError($"{option.Name} takes {least} to {most}.");
        }
    });

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.###} %");

    private static string Ms(TimeSpan late) => string.Create(CultureInfo.InvariantCulture, $"{late.TotalMilliseconds:0.00} ms");

    private sealed record Figures(long At, TimeSpan Audio, TimeSpan All, long Allocated, long Recorded);
}
