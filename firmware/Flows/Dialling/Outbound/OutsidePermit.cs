using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>Whether a call may go out.</summary>
internal abstract record OutsidePermit
{
    private OutsidePermit()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Phone">Who calls.</param>
    /// <param name="Rule">The rule that lets it out.</param>
    /// <param name="Target">What is dialled, and over which group first.</param>
    /// <param name="Attempt">Counts it; <see cref="OutsideGate.Follow"/> or <see cref="OutsideGate.Close"/> ends it.</param>
    public sealed record Given(CallId Call, string Phone, OutboundRule Rule, DialTarget.Outside Target, OutsideAttempt Attempt)
        : OutsidePermit;

    /// <summary>It may not.</summary>
    /// <param name="Phrase">What the user hears.</param>
    /// <param name="Why">What the journal tells.</param>
    public sealed record Refused(Phrase Phrase, Cause Why) : OutsidePermit;
}
