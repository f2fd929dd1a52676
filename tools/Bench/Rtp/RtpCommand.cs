using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Testing.Sip.Load;

namespace Switchhook.Bench.Rtp;

/// <summary><c>rtp</c>: what a packet costs in the RTP engine, beside the least that a program in C needs for it.</summary>
internal static class RtpCommand
{
    private const int LoadPort = 29_998;
    private const int EchoPort = 40_000;
    private const int Openings = 1000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly RtpPortRange Range = new(30_000, 39_999);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var streams = new Option<int[]>("--streams")
        {
            Description = "Streams at once, both ways; an even number.",
            DefaultValueFactory = _ => [50, 200, 500],
            AllowMultipleArgumentsPerToken = true,
        };
        var seconds = new Option<int>("--seconds") { Description = "How long each measures.", DefaultValueFactory = _ => 10 };
        streams.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int[]>()?.All(count => count is >= 2 and <= 2000 && count % 2 == 0) != true)
            {
                result.AddError("--streams takes even numbers from 2 to 2000.");
            }
        });
        var command = new Command("rtp", "Send many RTP streams through the engine; tell what a packet costs, beside an echo in C.")
        {
            streams, seconds,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(streams)!, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RunAsync(int[] streams, TimeSpan duration, InvocationConfiguration console, CancellationToken cancel)
    {
        var faults = 0;
        using var load = new PacketLoad(LoadPort);
        using var echo = await EchoInC.CompileAsync(cancel);
        await console.Output.WriteLineAsync(echo is null
            ? "No C compiler is here to compare with."
            : "Microseconds of processor time per packet in and out; delay from sending to return.");
        foreach (var count in streams)
        {
            var reference = echo is null ? double.NaN : await EchoAsync(echo, load, count, duration, console, cancel);
            await MeasureAsync(load, count, duration, reference, isRelay: true, console, OnFault);
            await MeasureAsync(load, count, duration, reference, isRelay: false, console, OnFault);
        }

        await MeasureOpeningAsync(load, console, OnFault);
        await console.Output.WriteLineAsync($"faults: {faults}");
        return faults == 0 ? 0 : 1;

        void OnFault(Exception fault)
        {
            Interlocked.Increment(ref faults);
            console.Error.WriteLine(fault);
        }
    }

    private static async Task<double> EchoAsync(
        EchoInC echo, PacketLoad load, int count, TimeSpan duration, InvocationConfiguration console, CancellationToken cancel)
    {
        var phones = load.To([.. Enumerable.Range(0, count).Select(i => EchoPort + (2 * i))]);
        LoadFigures? figures = null;
        var cost = await echo.RunAsync(EchoPort, count, () => figures = phones.Run(duration), cancel);
        await console.Output.WriteLineAsync(Line(count, "echo in C", cost, figures!) + Delay(figures!));
        return cost;
    }

    private static async Task MeasureAsync(
        PacketLoad load,
        int count,
        TimeSpan duration,
        double reference,
        bool isRelay,
        InvocationConfiguration console,
        Action<Exception> onFault)
    {
        using var engine = new EngineUnderLoad(Range, onFault);
        engine.Open(count, load.End);
        if (isRelay)
        {
            engine.Relay();
        }
        else
        {
            engine.Echo(onFault);
        }

        var phones = load.To(engine.Ports);
        phones.Run(WarmUp);
        var (before, allocated) = (engine.CpuTime, engine.AllocatedBytes);
        var figures = phones.Run(duration);
        var (after, allocatedAfter) = (engine.CpuTime, engine.AllocatedBytes);
        var cost = (after.Rtp - before.Rtp).TotalMicroseconds / figures.Back;
        var media = (after.Media - before.Media).TotalMicroseconds / figures.Back;
        var more = Text($"{cost / reference:0.00} of C; {allocatedAfter - allocated} bytes allocated; {engine.Priority}");
        await console.Output.WriteLineAsync(isRelay
            ? $"{Line(count, "relay", cost, figures)}{Delay(figures)}; {more}"
            : $"{Line(count, "frames", cost, figures)}; media thread {Text($"{media:0.00}")} µs; {more}");
    }

    private static async Task MeasureOpeningAsync(PacketLoad load, InvocationConfiguration console, Action<Exception> onFault)
    {
        using var engine = new EngineUnderLoad(Range, onFault);
        engine.Open(Openings, load.End);
        engine.CloseAll();
        var (allocated, begun) = (GC.GetAllocatedBytesForCurrentThread(), load.ThreadCpuTime);
        engine.Open(Openings, load.End);
        engine.CloseAll();
        var each = (load.ThreadCpuTime - begun).TotalMicroseconds / Openings;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Openings;
        await console.Output.WriteLineAsync(Text(
            $"opening, agreeing and closing a session: {each:0} µs of processor time, {bytes / 1024.0:0.0} KB, on the control loop"));
    }

    private static string Line(int count, string what, double cost, LoadFigures figures) => Text(
        $"{count,4} streams  {what,-9}  {cost,6:0.00} µs; {figures.Back} of {figures.Sent} back");

    private static string Delay(LoadFigures figures) =>
        Text($"; delay median {figures.MedianMicroseconds:0} µs, p99 {figures.P99Microseconds:0} µs");

    private static string Text(DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}
