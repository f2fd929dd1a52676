using Switchhook.Sip.Grammar.Headers;

namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>How session timers are agreed on (RFC 4028 §7 and §9), in both directions. Pure.</summary>
internal static class SessionTimers
{
    /// <summary>What the box answers to a request.</summary>
    public static TimerAgreement Answer(TimerProposal proposal, SessionTimerOptions options)
    {
        // The sender takes a longer interval only if it knows of timers at all.
        if (proposal is { Expires: { } asked, IsSupported: true } && asked < options.Minimum)
        {
            return new TimerAgreement.TooSmall(options.Minimum);
        }

        if (!proposal.IsSupported)
        {
            // A proxy asked; only we can refresh.
            return proposal.Expires is { } forProxy ? Agree(Longer(forProxy, options.Minimum), weRefresh: true) : new TimerAgreement.None();
        }

        // Nothing in the answer may be longer than what was asked, nor shorter than the least that all on the way take.
        var wanted = proposal.Expires is { } most && most < options.Interval ? most : options.Interval;
        var least = proposal.Minimum ?? SessionTimerOptions.LeastMinimum;

        // Where it is left to us, we do it: then nobody's omission ends a call.
        return Agree(Longer(wanted, least), weRefresh: proposal.Refresher != Refresher.Uac);
    }

    /// <summary>What a 2xx to a request of the box means.</summary>
    /// <param name="expires">Its Session-Expires; null without one.</param>
    /// <param name="refresher">Who refreshes, by the words of the request.</param>
    public static SessionInterval? OnSuccess(TimeSpan? expires, Refresher refresher) =>
        expires is { } interval && interval > TimeSpan.Zero
            ? new SessionInterval(Longer(interval, SessionTimerOptions.LeastMinimum), WeRefresh: refresher != Refresher.Uas)
            : null;

    /// <summary>What a request of the box asks for.</summary>
    /// <param name="now">What is agreed now; null in the first request, or without a timer.</param>
    /// <param name="learned">The largest Min-SE that a 422 brought; zero without one.</param>
    /// <param name="options">What the box wants.</param>
    public static TimerProposal Ask(SessionInterval? now, TimeSpan learned, SessionTimerOptions options)
    {
        var minimum = Longer(learned, options.Minimum);
        var refresher = now is not { } agreed ? Refresher.Unsaid : agreed.WeRefresh ? Refresher.Uac : Refresher.Uas;
        return new TimerProposal(IsSupported: true, Longer(now?.Expires ?? options.Interval, minimum), minimum, refresher);
    }

    private static TimerAgreement.Agreed Agree(TimeSpan expires, bool weRefresh) =>
        new(new SessionInterval(expires, weRefresh), RequireTimer: !weRefresh);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
