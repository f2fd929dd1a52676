using Switchhook.Acd.Figures.Intervals;
using Switchhook.Flows;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Queues.Board;
using Switchhook.Site.Queues;
using Switchhook.Storage;
using Switchhook.Storage.History;

namespace Switchhook.Appliance.Queues;

/// <summary>Takes calls that are owed and messages that wait up after a restart where they waited before it.</summary>
public static class OwedMemories
{
    /// <summary>
    /// Reads what is owed, shows it on the board with the waits it has, and gives it to the queues. Control loop only, once; the site is in
    /// force.
    /// </summary>
    /// <param name="board">The board of the new start.</param>
    /// <param name="switchboard">Runs the queues.</param>
    /// <param name="database">What is on disk.</param>
    /// <param name="now">The present.</param>
    public static void Restore(QueueBoard board, Switchboard switchboard, Database database, DateTimeOffset now)
    {
        var journal = new JournalReader(database);
        var callbacks = journal.OwedCallbacks(now - OpeningHours.LongestPromise);
        var messages = journal.OwedMessages(now - QueueDefaults.MessageKept);
        var tickets = callbacks.Select(one => one.Ticket).Concat(messages.Select(one => one.Ticket)).ToHashSet(StringComparer.Ordinal);

        // Of no time at all: those that have not ended.
        var open = new FactReader(database).Visits(new Interval(now, now));
        board.Restore(open.Where(visit => tickets.Contains(visit.Id)));
        switchboard.RestoreCallbacks(callbacks);
        switchboard.RestoreMessages(messages);
    }
}
