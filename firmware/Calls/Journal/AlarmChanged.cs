namespace Switchhook.Calls.Journal;

/// <summary>An alarm of a queue begins, or is over. What was on when the box stopped is over when it starts.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Alarm">A name of the queue engine: <c>LongestWait</c>, <c>Waiting</c>, <c>ServiceLevel</c>, <c>Agents</c>.</param>
/// <param name="On">True when it begins.</param>
/// <param name="Why">One sentence.</param>
public sealed record AlarmChanged(string Queue, string Alarm, bool On, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}
