using System.Collections.Immutable;
using Switchhook.Calls.Journal;

namespace Switchhook.Calls.Live;

/// <summary>
/// What the box is doing now, as a projection of the journal. Written on the control loop; any thread reads <see
/// cref="Current"/>.
/// </summary>
public sealed class LiveBoard
{
    /// <summary>The name under which <see cref="LiveSnapshot.Faults"/> tells that an emergency call would not go out.</summary>
    public const string EmergencyCalls = "emergency calls";

    private volatile LiveSnapshot _current = LiveSnapshot.Empty;

    /// <summary>There is a new snapshot. Raised on the control loop: the handler is quick and writes no history.</summary>
    public event Action? Changed;

    /// <summary>The latest snapshot; immutable.</summary>
    public LiveSnapshot Current => _current;

    /// <summary>Shows an event. Control loop only.</summary>
    public void Apply(JournalEvent journalEvent)
    {
        var now = _current with { Seq = journalEvent.Seq, At = journalEvent.At };
        _current = journalEvent.Entry switch
        {
            LineChanged e => now with { Lines = now.Lines.SetItem(e.Line, new LineState(e.Line, e.Status, e.Why, journalEvent.At)) },
            PhoneChanged e => now with { Phones = now.Phones.SetItem(e.Phone, new PhoneState(e.Phone, e.Status, e.Why, journalEvent.At)) },
            LineRemoved e => now with { Lines = now.Lines.Remove(e.Line) },
            PhoneRemoved e => now with
            {
                Phones = now.Phones.Remove(e.Phone),
                WaitingMessages = now.WaitingMessages.Remove(e.Phone),
                Diversions = now.Diversions.Remove(e.Phone),
            },
            DoNotDisturbChanged e => Divert(e.Phone, now.DiversionOf(e.Phone) with { DoNotDisturb = e.On }),
            ForwardChanged e => Divert(e.Phone, now.DiversionOf(e.Phone).With(e.When, e.To)),
            MessagesWaiting e => now with
            {
                WaitingMessages = now.WaitingMessages.SetItem(e.Phone, new WaitingMessages(e.New, e.Old)),
            },
            PartChanged { Fault: { } fault } e =>
                now with { Faults = now.Faults.SetItem(e.Part, new PartFault(e.Part, fault, journalEvent.At)) },
            PartChanged e => now with { Faults = now.Faults.Remove(e.Part) },
            OutsideStopped { Until: not null } e =>
                now with { Faults = now.Faults.SetItem($"calls out of phone {e.Phone}", Fault($"calls out of phone {e.Phone}", e.Why)) },
            OutsideStopped e => now with { Faults = now.Faults.Remove($"calls out of phone {e.Phone}") },
            OutsideTried { On: true } e => now with { Faults = now.Faults.SetItem(KeyOf(e), Fault(KeyOf(e), e.Why)) },
            OutsideTried e => now with { Faults = now.Faults.Remove(KeyOf(e)) },
            EmergencyTested { Line: null } e => now with { Faults = now.Faults.SetItem(EmergencyCalls, Fault(EmergencyCalls, e.Why)) },
            EmergencyTested => now with { Faults = now.Faults.Remove(EmergencyCalls) },
            AlarmChanged { On: true } e =>
                now with { Alarms = now.Alarms.SetItem(KeyOf(e), new AlarmState(e.Queue, e.Alarm, e.Why, journalEvent.At)) },
            AlarmChanged e => now with { Alarms = now.Alarms.Remove(KeyOf(e)) },
            NightChanged e => now with { Night = e.On ? new NightState(e.By, e.Since ?? journalEvent.At) : null },
            PartnerAccessChanged e => now with { PartnerUntil = e.Until },
            CallEnded e => now with
            {
                Calls = now.Calls.Remove(e.Call),
                Parked = now.Parked.RemoveRange(now.Parked.Values.Where(place => place.Call == e.Call).Select(place => place.Place)),
            },
            CallParked e => now with
            {
                Calls = Change(now.Calls, e.Call, journalEvent),
                Parked = now.Parked.SetItem(e.Place, new ParkedPlace(e.Place, e.Call, e.Who, e.By, journalEvent.At)),
            },
            CallUnparked e => now with
            {
                Calls = Change(now.Calls, e.Call, journalEvent),
                Parked = now.Parked.Remove(e.Place),
            },
            CallEntry e => now with { Calls = Change(now.Calls, e.Call, journalEvent) },
            _ => now,
        };
        Changed?.Invoke();

        LiveSnapshot Divert(string phone, Diversion to) => now with
        {
            Diversions = to == Diversion.None ? now.Diversions.Remove(phone) : now.Diversions.SetItem(phone, to),
        };

        PartFault Fault(string part, string words) => new(part, words, journalEvent.At);
    }

    private static string KeyOf(AlarmChanged e) => $"{e.Queue}/{e.Alarm}";

    private static string KeyOf(OutsideTried e) => $"attempts of fraud at {(e.Phone is null ? e.Line : $"phone {e.Phone}")}";

    private static ImmutableSortedDictionary<CallId, CallRecord> Change(
        ImmutableSortedDictionary<CallId, CallRecord> calls, CallId id, JournalEvent journalEvent)
    {
        var row = CallProjection.Apply(calls.GetValueOrDefault(id), journalEvent);
        return row is null ? calls : calls.SetItem(id, row);
    }
}
