using Switchhook.Calls.Live;

namespace Switchhook.Calls.Journal;

/// <summary>
/// The one place where history is written: numbers and dates each entry, shows it on the live board, hands it to the store.
/// </summary>
/// <remarks>Control loop only.</remarks>
public sealed class CallJournal(TimeProvider time, IJournalStore store, LiveBoard board)
{
    private long _seq = store.LastSeq;

    /// <summary>An event is shown on the live board, and not yet in the store: for other boards. The handler writes no history.</summary>
    public event Action<JournalEvent>? Appended;

    /// <summary>Writes an entry.</summary>
    public void Append(JournalEntry entry)
    {
        var now = time.GetUtcNow();
        var at = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var journalEvent = new JournalEvent(++_seq, at, entry);
        board.Apply(journalEvent);
        Appended?.Invoke(journalEvent);
        store.Write(journalEvent);
    }
}
