namespace Switchhook.Calls.Journal;

/// <summary>An entry with its place in the box's history.</summary>
/// <param name="Seq">Rises by one for each event of the box, over restarts too.</param>
/// <param name="At">UTC, whole milliseconds.</param>
/// <param name="Entry">What happened.</param>
public sealed record JournalEvent(long Seq, DateTimeOffset At, JournalEntry Entry);
