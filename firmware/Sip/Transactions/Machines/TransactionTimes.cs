namespace Switchhook.Sip.Transactions.Machines;

/// <summary>The times of all transactions (RFC 3261 §17 and table 4). The timers A to M are made of three.</summary>
internal sealed record TransactionTimes
{
    private static readonly TimeSpan LeastD = TimeSpan.FromSeconds(32);

    /// <summary>The times of the standard.</summary>
    public static readonly TransactionTimes Standard = new();

    /// <summary>Estimate of the round trip: first interval of what is repeated.</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest interval of requests other than INVITE, and of answers to INVITE.</summary>
    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a message stays in the network.</summary>
    public TimeSpan T4 { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An INVITE that is not answered for so long is answered 100, so that it is not repeated (§17.2.1).</summary>
    public TimeSpan Trying { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>64·T1: timers B, F, H, J, L and M.</summary>
    public TimeSpan Limit => 64 * T1;

    /// <summary>Timer D: how long a client repeats ACK, at least 32 s.</summary>
    public TimeSpan RepeatedFailures => Limit > LeastD ? Limit : LeastD;

    /// <summary>The interval after this one, of all but a client's INVITE, which has no longest one: twice as long, up to T2.</summary>
    public TimeSpan AfterInterval(TimeSpan interval) => interval * 2 < T2 ? interval * 2 : T2;
}
