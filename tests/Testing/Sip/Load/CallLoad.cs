using Switchhook.Testing.Network;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.Testing.Sip.Load;

/// <summary>Calls that are set up and taken down at once, at a steady rate: INVITE, 180, 200, ACK, BYE on both sides of the box.</summary>
public static class CallLoad
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(40);

    /// <summary>Calls for a while, and waits until all are over.</summary>
    /// <exception cref="SippFailedException">sipp did not start or did not end.</exception>
    public static async Task<CallFigures> RunAsync(LoadBox box, double rate, TimeSpan duration, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var calls = (int)Math.Round(rate * duration.TotalSeconds);
        await using var phones = await box.AnswerAsync(SippScenario.Load("Answers/answer"), duration + Slack, cancel);
        var droppedBefore = UdpDrops.Of(box.Sip.Port);
        var (before, begun) = (ProcessCost.Of(box.Id), time.GetTimestamp());
        await using var provider = await box.CallAsync(
            SippScenario.Load("Trunk/incoming"),
            first: 0,
            new SippOptions { Rate = rate, Calls = calls, Limit = duration + Slack },
            cancel);
        var called = await provider.EndAsync(cancel);
        var took = time.GetElapsedTime(begun);
        var cost = ProcessCost.Of(box.Id).Since(before);
        var dropped = (UdpDrops.Of(box.Sip.Port) - droppedBefore, UdpDrops.Of(phones.Endpoint.Port));
        var answered = await phones.FinishAsync(cancel);
        return new CallFigures(rate, took, called, answered, cost, ProcessThreads.PeakBytes(box.Id)) { Dropped = dropped };
    }
}

/// <summary>What became of calls at a rate.</summary>
/// <param name="Rate">Calls a second that were asked for.</param>
/// <param name="Took">From the first call to the end of the last.</param>
/// <param name="Callers">How it went at the provider.</param>
/// <param name="Phones">How it went at the phones.</param>
/// <param name="Cost">What the daemon used.</param>
/// <param name="PeakBytes">The most memory that the daemon ever had in use.</param>
public sealed record CallFigures(
    double Rate, TimeSpan Took, SippResult Callers, SippResult Phones, ProcessCost Cost, long PeakBytes)
{
    /// <summary>Datagrams that the kernel dropped before the box read them, and before sipp did as the phones.</summary>
    public (long AtBox, long AtPhones) Dropped { get; init; }

    /// <summary>Calls that did not go as they should, on one side or the other.</summary>
    public int Failed => Math.Max(Callers.Failed + Phones.Failed, Math.Abs(Callers.Successful - Phones.Successful));

    /// <summary>Messages that either side had to send again.</summary>
    public int Retransmissions => Callers.Retransmissions + Phones.Retransmissions;

    /// <summary>Calls a second that there were.</summary>
    public double RateReached => Callers.Successful / Took.TotalSeconds;

    /// <summary>Processor time of the daemon per 1000 calls.</summary>
    public TimeSpan Per1000 => Cost.Processor * 1000 / Math.Max(1, Callers.Successful);

    /// <summary>True when no call failed and the callers could keep the rate.</summary>
    public bool Holds => Failed == 0 && Callers.IsClean && RateReached >= 0.9 * Rate;
}
