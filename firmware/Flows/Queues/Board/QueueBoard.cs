using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues.Board;

/// <summary>
/// What the queues are doing now, as a projection of the journal. Written on the control loop; any thread reads <see cref="Current"/>.
/// </summary>
public sealed class QueueBoard
{
    private volatile QueueSnapshot _current = QueueSnapshot.Empty;

    /// <summary>There is a new snapshot. Raised on the control loop: the handler is quick and writes no history.</summary>
    public event Action? Changed;

    /// <summary>The latest snapshot; immutable.</summary>
    public QueueSnapshot Current => _current;

    /// <summary>
    /// Shows what waited before a restart and goes on: calls that are owed. Control loop only, before the first of them enters.
    /// </summary>
    /// <param name="visits">Those that have not ended.</param>
    public void Restore(IEnumerable<Visit> visits) => _current = _current with
    {
        Visits = _current.Visits.SetItems(visits.Select(visit => KeyValuePair.Create(visit.Id, visit))),
    };

    /// <summary>Shows an event. Control loop only.</summary>
    public void Apply(JournalEvent journalEvent)
    {
        var next = journalEvent.Entry switch
        {
            AgentChanged e => WithAgent(_current, e, journalEvent.At),
            AgentAssigned e => _current with { Assigned = _current.Assigned.With(e.Agent, e.Queues) },
            CallEntry e when VisitProjection.VisitOf(e) is { } visit => WithVisit(_current, visit, journalEvent),
            CallEntry e when VisitProjection.IsAboutAll(e) => WithCall(_current, e, journalEvent),
            _ => _current,
        };
        if (!ReferenceEquals(next, _current))
        {
            _current = next with { Seq = journalEvent.Seq, At = journalEvent.At };
            Changed?.Invoke();
        }
    }

    private static QueueSnapshot WithAgent(QueueSnapshot now, AgentChanged e, DateTimeOffset at)
    {
        var state = Enum.TryParse<AgentState>(e.State, out var known) ? known : AgentState.LoggedOut;
        var since = now.Agents.GetValueOrDefault(e.Agent) is { } before && before.State == state ? before.Since : e.Since ?? at;
        return now with
        {
            Agents = now.Agents.SetItem(e.Agent, new AgentNow(e.Agent, state, since, e.Until, e.Phone, e.Reason, e.Visit, e.Call)),
        };
    }

    private static QueueSnapshot WithVisit(QueueSnapshot now, string id, JournalEvent journalEvent)
    {
        if (VisitProjection.Apply(now.Visits.GetValueOrDefault(id), journalEvent) is not { } visit)
        {
            return now;
        }

        // The agent may finish it yet, and note what it was about: that is history, and the board is done with it.
        var isOver = visit.LeftAt is not null || visit.TalkEndedAt is not null;
        return now with { Visits = isOver ? now.Visits.Remove(id) : now.Visits.SetItem(id, visit) };
    }

    private static QueueSnapshot WithCall(QueueSnapshot now, CallEntry e, JournalEvent journalEvent)
    {
        foreach (var visit in now.Visits.Values.Where(visit => visit.Call == e.Call.Value).ToList())
        {
            now = WithVisit(now, visit.Id, journalEvent);
        }

        return now;
    }
}
