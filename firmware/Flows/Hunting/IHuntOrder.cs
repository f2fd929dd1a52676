namespace Switchhook.Flows.Hunting;

/// <summary>A hunting strategy: in which waves the phones of a group ring in one round. Pure.</summary>
internal interface IHuntOrder
{
    /// <summary>The waves of one round, in time order.</summary>
    /// <param name="phones">The group's phones in the order of the site file.</param>
    /// <param name="lastFirst">The phone that was rung first the last time; null at the beginning.</param>
    IReadOnlyList<HuntWave> Waves(IReadOnlyList<HuntCandidate> phones, string? lastFirst);
}

/// <summary>A phone of the group.</summary>
/// <param name="Phone">Extension number.</param>
/// <param name="IdleSince">When it became idle, monotonic.</param>
internal readonly record struct HuntCandidate(string Phone, TimeSpan IdleSince);

/// <summary>Phones that ring together.</summary>
/// <param name="Phones">Extension numbers.</param>
/// <param name="Why">Why these and why now, for the journal.</param>
internal sealed record HuntWave(IReadOnlyList<string> Phones, string Why);
