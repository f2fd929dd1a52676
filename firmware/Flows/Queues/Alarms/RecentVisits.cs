using Switchhook.Acd.Facts;
using Switchhook.Acd.Signals;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues.Board;

namespace Switchhook.Flows.Queues.Alarms;

/// <summary>
/// The visits that wait, and all that began in the last <see cref="AlarmRules.Window"/>: a projection of the journal since the box started.
/// </summary>
internal sealed class RecentVisits
{
    private readonly Dictionary<string, Visit> _visits = new(StringComparer.Ordinal);

    /// <summary>Takes an event.</summary>
    /// <returns>True when a visit has changed.</returns>
    public bool Apply(JournalEvent journalEvent) => journalEvent.Entry switch
    {
        CallEntry e when VisitProjection.VisitOf(e) is { } visit => Apply(visit, journalEvent),
        CallEntry e when VisitProjection.IsAboutAll(e) => ApplyToAll(e, journalEvent),
        _ => false,
    };

    /// <summary>The visits; those that are of no use any more are forgotten.</summary>
    public IReadOnlyCollection<Visit> At(DateTimeOffset now)
    {
        foreach (var visit in _visits.Values.Where(visit => IsOver(visit) && visit.EnteredAt <= now - AlarmRules.Window).ToList())
        {
            _visits.Remove(visit.Id);
        }

        return _visits.Values;
    }

    private static bool IsOver(Visit visit) => visit.AnsweredAt is not null || visit.LeftAt is not null;

    private bool ApplyToAll(CallEntry entry, JournalEvent journalEvent)
    {
        var changed = false;
        foreach (var visit in _visits.Values.Where(visit => visit.Call == entry.Call.Value).ToList())
        {
            changed |= Apply(visit.Id, journalEvent);
        }

        return changed;
    }

    private bool Apply(string id, JournalEvent journalEvent)
    {
        var before = _visits.GetValueOrDefault(id);
        if (VisitProjection.Apply(before, journalEvent) is not { } after || after == before)
        {
            return false;
        }

        _visits[id] = after;
        return true;
    }
}
