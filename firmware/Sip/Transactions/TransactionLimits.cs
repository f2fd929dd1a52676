namespace Switchhook.Sip.Transactions;

/// <summary>What others may make the box keep and do at most.</summary>
internal sealed record TransactionLimits
{
    /// <summary>Transactions at once, about 4 KB each; more requests are refused with 503. A call each 3 ms leaves some 40,000.</summary>
    public int Transactions { get; init; } = 100_000;

    /// <summary>Messages that wait for the control loop; more are dropped, and come again.</summary>
    public int Waiting { get; init; } = 10_000;

    /// <summary>Refusals a second that cost no transaction: of what cannot be read, and of what is too much.</summary>
    public int RefusalsPerSecond { get; init; } = 200;

    /// <summary>When who is refused for want of room may come again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(10);
}
