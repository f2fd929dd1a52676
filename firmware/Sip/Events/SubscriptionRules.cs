namespace Switchhook.Sip.Events;

/// <summary>For how long subscriptions hold, and how many there may be.</summary>
internal sealed record SubscriptionRules
{
    /// <summary>A phone that asks for less is told to ask for more (423).</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What a phone gets that asks for more, or for nothing. The box forgets subscriptions when it starts anew; until the phone asks
    /// again its lamps show what was.
    /// </summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A subscriber is told so often at most (RFC 4235 §3.10); what changes meanwhile is told together.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most of one phone: more than the keys of any.</summary>
    public int OfOnePhone { get; init; } = 240;

    /// <summary>Most of all phones.</summary>
    public int OfAll { get; init; } = 4000;

    /// <summary>Who finds no room may try again after so long.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(60);
}
