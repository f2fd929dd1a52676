namespace Switchhook.Calls.Journal;

/// <summary>Where the journal is kept.</summary>
public interface IJournalStore
{
    /// <summary>The highest number in the store; 0 when it is empty.</summary>
    long LastSeq { get; }

    /// <summary>
    /// Takes an event for writing, in order. Called on the control loop: returns at once and never throws for a full or broken
    /// disk.
    /// </summary>
    void Write(JournalEvent journalEvent);
}
