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
    /// <summary>Parts of the box besides lines and phones that do not work, by name.</summary>
    public ImmutableSortedDictionary<string, PartFault> Faults { get; init; } =
        ImmutableSortedDictionary.Create<string, PartFault>(StringComparer.Ordinal);

    /// <summary>Alarms of queues that are on, by queue and alarm: <c>sales/Waiting</c>.</summary>
    public ImmutableSortedDictionary<string, AlarmState> Alarms { get; init; } =
        ImmutableSortedDictionary.Create<string, AlarmState>(StringComparer.Ordinal);

    /// <summary>Messages that wait for a phone, by its number; a phone without any may be missing.</summary>
    public ImmutableSortedDictionary<string, WaitingMessages> WaitingMessages { get; init; } =
        ImmutableSortedDictionary.Create<string, WaitingMessages>(StringComparer.Ordinal);

    /// <summary>Phones that are not to be disturbed or whose calls go on, by number; others are missing.</summary>
    public ImmutableSortedDictionary<string, Diversion> Diversions { get; init; } =
        ImmutableSortedDictionary.Create<string, Diversion>(StringComparer.Ordinal);

    /// <summary>How a phone stands.</summary>
    public Diversion DiversionOf(string phone) => Diversions.GetValueOrDefault(phone, Diversion.None);

    /// <summary>Calls that are parked, by the number of the place; free places are missing.</summary>
    public ImmutableSortedDictionary<int, ParkedPlace> Parked { get; init; } = ImmutableSortedDictionary<int, ParkedPlace>.Empty;

    /// <summary>Until when the partner's keys are in force, UTC; null when they are not.</summary>
    public DateTimeOffset? PartnerUntil { get; init; }

    /// <summary>Since when callers go the night way; null by day.</summary>
    public NightState? Night { get; init; }

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

/// <summary>Messages that wait for a phone.</summary>
/// <param name="New">Those that were not heard yet: with one the phone's lamp is lit.</param>
/// <param name="Old">Those that were heard and kept.</param>
public sealed record WaitingMessages(int New, int Old)
{
    /// <summary>Nothing waits.</summary>
    public static WaitingMessages None { get; } = new(0, 0);
}

/// <summary>A part of the box that does not work.</summary>
public sealed record PartFault(string Part, string Words, DateTimeOffset Since);

/// <summary>An alarm of a queue that is on.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Alarm">What for, a name of the queue engine.</param>
/// <param name="Words">What was found when it began, as a sentence.</param>
/// <param name="Since">When it began.</param>
public sealed record AlarmState(string Queue, string Alarm, string Words, DateTimeOffset Since);

/// <summary>Night is switched on.</summary>
/// <param name="By">Who or what switched it on.</param>
/// <param name="Since">When.</param>
public sealed record NightState(string By, DateTimeOffset Since);
