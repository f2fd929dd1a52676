using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Queues.Board;
using Switchhook.Storage;
using Switchhook.Storage.History;

namespace Switchhook.Appliance.Queues;

/// <summary>Takes calls that are owed up after a restart where they waited before it.</summary>
public static class CallbackMemories
{
    /// <summary>Reads what is owed, shows it on the board with the waits it has, and has it made. Control loop only, once.</summary>
    /// <param name="board">The board of the new start.</param>
    /// <param name="make">Has the calls made; the site is in force.</param>
    /// <param name="database">What is on disk.</param>
    /// <param name="now">The present.</param>
    public static void Restore(QueueBoard board, Action<IEnumerable<CallbackOwed>> make, Database database, DateTimeOffset now)
    {
        var owed = new JournalReader(database).OwedCallbacks(now - OpeningHours.LongestPromise);
        var tickets = owed.Select(one => one.Ticket).ToHashSet(StringComparer.Ordinal);

        // Of no time at all: those that have not ended.
        var open = new FactReader(database).Visits(new Interval(now, now));
        board.Restore(open.Where(visit => tickets.Contains(visit.Id)));
        make(owed);
    }
}
