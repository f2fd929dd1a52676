namespace Switchhook.Sip.Trunks.Targets.Dns;

/// <summary>What became of a question: records, none, or a failure.</summary>
/// <param name="Records">All of the kind that was asked for; none when there are none.</param>
/// <param name="Life">How long they hold.</param>
/// <param name="Failure">Why there is no answer, as a sentence; null when there is one, be it that there are no records.</param>
public sealed record DnsAnswer(IReadOnlyList<DnsRecord> Records, TimeSpan Life, string? Failure = null)
{
    /// <summary>There are no such records.</summary>
    public static DnsAnswer None { get; } = new([], TimeSpan.Zero);

    /// <summary>Nobody could tell.</summary>
    /// <param name="why">One sentence.</param>
    public static DnsAnswer Failed(string why) => new([], TimeSpan.Zero, why);
}
