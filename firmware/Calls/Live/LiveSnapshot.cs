using System.Collections.Immutable;

namespace Switchhook.Calls.Live;

/// <summary>The state of the box after one event.</summary>
/// <param name="Seq">Number of that event.</param>
/// <param name="At">When it happened.</param>
/// <param name="Lines">By name.</param>
/// <param name="Phones">By number.</param>
/// <param name="Calls">Calls in progress.</param>
public sealed record LiveSnapshot(
    long Seq,
    DateTimeOffset At,
    ImmutableSortedDictionary<string, LineState> Lines,
    ImmutableSortedDictionary<string, PhoneState> Phones,
    ImmutableSortedDictionary<CallId, CallRecord> Calls)
{
    /// <summary>Before the first event.</summary>
    public static readonly LiveSnapshot Empty = new(
        0,
        DateTimeOffset.UnixEpoch,
        ImmutableSortedDictionary.Create<string, LineState>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, PhoneState>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<CallId, CallRecord>(Comparer<CallId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))));
}

/// <summary>A line now.</summary>
public sealed record LineState(string Name, LineStatus Status, string Why, DateTimeOffset Since);

/// <summary>A phone now.</summary>
public sealed record PhoneState(string Number, PhoneStatus Status, string Why, DateTimeOffset Since);
