namespace Switchhook.Sip.Grammar.Headers;

/// <summary>How a subscription stands (RFC 6665 §4.1.3).</summary>
internal enum SubscriptionPhase
{
    /// <summary>It holds.</summary>
    Active,

    /// <summary>It waits for someone's consent.</summary>
    Pending,

    /// <summary>It is over.</summary>
    Terminated,
}
