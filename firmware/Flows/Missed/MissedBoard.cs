using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Missed;

/// <summary>The callers who got nobody, now. Written on the control loop; any thread reads <see cref="Current"/>.</summary>
public sealed class MissedBoard
{
    private volatile MissedSnapshot _current = MissedSnapshot.Empty;

    /// <summary>The latest state; immutable.</summary>
    public MissedSnapshot Current => _current;

    /// <summary>Takes up what the journal told before a restart.</summary>
    /// <param name="events">Those of the last <see cref="MissedProjection.Keep"/>, in order.</param>
    public void Restore(IEnumerable<JournalEvent> events)
    {
        foreach (var journalEvent in events)
        {
            Apply(journalEvent);
        }
    }

    /// <summary>Shows an event.</summary>
    public void Apply(JournalEvent journalEvent) => _current = MissedProjection.Apply(_current, journalEvent);
}
