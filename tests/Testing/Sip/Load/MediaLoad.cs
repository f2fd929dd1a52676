using System.Globalization;
using System.Net.NetworkInformation;
using Switchhook.Testing.Crash;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.Testing.Sip.Load;

/// <summary>Many calls at once in which both sides talk: sipp sets them up, and one socket sends and hears for all of them.</summary>
/// <param name="box">A box with a phone for each call.</param>
/// <param name="load">Sends and hears.</param>
public sealed class MediaLoad(LoadBox box, PacketLoad load)
{
    private const double CallsPerSecond = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(20);

    /// <summary>How long calls go on after the time that their setting up and measuring should take.</summary>
    public TimeSpan Spare { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Sets the calls up, lets them talk, measures, and waits until they are over.</summary>
    /// <exception cref="SippFailedException">Not all calls were there from the first packet measured to the last.</exception>
    public async Task<MediaFigures> RunAsync(TimeSpan warmUp, TimeSpan duration, CancellationToken cancel)
    {
        var talk = (box.Phones / CallsPerSecond * TimeSpan.FromSeconds(1)) + warmUp + duration + Spare;
        await using var phones = await box.AnswerAsync(Talking("Answers/answer"), talk + Slack, cancel);
        var callers = new List<SippRun>();
        try
        {
            for (var first = 0; first < box.Phones; first += LoadSite.PhonesPerTrunk)
            {
                var calls = Math.Min(LoadSite.PhonesPerTrunk, box.Phones - first);
                callers.Add(await box.CallAsync(
                    Talking("Trunk/incoming"),
                    first,
                    new SippOptions { Rate = CallsPerSecond, Calls = calls, TalkTime = talk, Limit = talk + (2 * Slack) },
                    cancel));
            }

            await UntilAllTalkAsync(cancel);
            var figures = Measure(warmUp, duration);
            return await EndAsync(callers, phones, figures, cancel);
        }
        finally
        {
            foreach (var caller in callers)
            {
                await caller.DisposeAsync();
            }
        }
    }

    private static async Task<MediaFigures> EndAsync(
        List<SippRun> callers, SippRun phones, MediaFigures figures, CancellationToken cancel)
    {
        foreach (var caller in callers)
        {
            if (await caller.EndAsync(cancel) is { IsClean: false } result)
            {
                throw new SippFailedException($"A call with sound did not go as it should: {result}");
            }
        }

        var answered = await phones.FinishAsync(cancel);
        return answered.IsClean ? figures : throw new SippFailedException($"A phone's call did not go as it should: {answered}");
    }

    // The sound of all comes from one port, and goes to it.
    private SippScenario Talking(string name) =>
        SippScenario.Load(name).With("media", load.End.Port).With("formats", "8 101");

    private MediaFigures Measure(TimeSpan warmUp, TimeSpan duration)
    {
        var ports = Ports();
        if (ports.Count != 2 * box.Phones)
        {
            throw new SippFailedException($"{box.Phones} calls talk, and the box has {ports.Count} ports open for their sound.");
        }

        var streams = load.To(ports);
        streams.Run(warmUp);
        var (before, rtp, media) = (ProcessCost.Of(box.Id), ThreadCost("rtp"), ThreadCost("media clock"));
        var packets = streams.Run(duration);
        var after = ProcessCost.Of(box.Id);
        var figures = new MediaFigures(
            box.Phones, duration, packets, after.Since(before), ThreadCost("rtp") - rtp, ThreadCost("media clock") - media);
        return Ports().Count == ports.Count
            ? figures
            : throw new SippFailedException($"Only {Ports().Count} of {ports.Count} ports were open at the end: calls were lost.");
    }

    private TimeSpan ThreadCost(string name) => ProcessThreads.ProcessorOf(box.Id, name);

    private async Task UntilAllTalkAsync(CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var client = await box.SignInAsync(cancel);
        var limit = TimeSpan.FromSeconds(box.Phones / CallsPerSecond) + Spare;
        var begun = time.GetTimestamp();
        while (await TalkingAsync(client, cancel) is var talking && talking < box.Phones)
        {
            if (time.GetElapsedTime(begun) > limit)
            {
                throw new SippFailedException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Only {talking} of {box.Phones} calls talk after {limit.TotalSeconds:0} s.\n{box.Output}"));
            }

            await Task.Delay(Poll, time, cancel);
        }
    }

    private static async Task<int> TalkingAsync(BoxClient client, CancellationToken cancel) =>
        (await client.LiveAsync(cancel)).Calls.Count(call => call.AnsweredAt is not null);

    // RTP takes the even ones. Nobody else has ports in that range.
    private static IReadOnlyList<int> Ports() =>
    [
        .. IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners()
            .Select(one => one.Port)
            .Where(port => port >= LoadSite.SoundPorts.First && port <= LoadSite.SoundPorts.Last && port % 2 == 0)
            .Order(),
    ];
}

/// <summary>What many calls with sound cost.</summary>
/// <param name="Calls">Calls at once, two streams each.</param>
/// <param name="Duration">How long was measured.</param>
/// <param name="Packets">What became of the packets.</param>
/// <param name="Cost">What the daemon used, and its memory.</param>
/// <param name="RtpThread">Processor time of the thread that moves packets.</param>
/// <param name="MediaThread">Processor time of the thread that moves frames.</param>
public sealed record MediaFigures(
    int Calls, TimeSpan Duration, LoadFigures Packets, ProcessCost Cost, TimeSpan RtpThread, TimeSpan MediaThread)
{
    /// <summary>Share of a core that one call takes.</summary>
    public double CorePerCall => Cost.Processor / Duration / Calls;

    /// <summary>Share of packets that did not come back.</summary>
    public double Loss => Math.Max(0, 1 - ((double)Packets.Back / Packets.Sent));
}
