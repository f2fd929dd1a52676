using Switchhook.Sip.Grammar.Headers;

namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>What the box answers to a <see cref="TimerProposal"/>.</summary>
internal abstract record TimerAgreement
{
    private TimerAgreement()
    {
    }

    /// <summary>No session timer.</summary>
    public sealed record None : TimerAgreement;

    /// <summary>422: the interval is too short.</summary>
    /// <param name="Minimum">Goes to Min-SE.</param>
    public sealed record TooSmall(TimeSpan Minimum) : TimerAgreement;

    /// <summary>An interval.</summary>
    /// <param name="Interval">How long, and whether it is for us to refresh.</param>
    /// <param name="RequireTimer">The answer says <c>Require: timer</c>, because the peer has to refresh.</param>
    public sealed record Agreed(SessionInterval Interval, bool RequireTimer) : TimerAgreement
    {
        /// <summary>The name of who refreshes, as the answer says it.</summary>
        public Refresher Refresher => Interval.WeRefresh ? Refresher.Uas : Refresher.Uac;
    }
}
