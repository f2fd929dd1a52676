using System.Globalization;
using System.Text;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Storage.History;

namespace Switchhook.Storage.Diagnostics;

/// <summary>The journal as text for somebody from outside the house.</summary>
internal static class BundleJournal
{
    /// <summary>The sentences of the journal since a moment.</summary>
    /// <param name="database">The box's database.</param>
    /// <param name="since">The moment.</param>
    /// <param name="callers">Takes out who called, whom the house called, and what people noted; null to leave all that in.</param>
    /// <param name="largest">Most characters; of a longer journal the youngest part is told.</param>
    public static string Text(Database database, DateTimeOffset since, CallerMask? callers, int largest)
    {
        var lines = new Queue<string>();
        var length = 0;
        foreach (var one in new JournalReader(database).Since(since))
        {
            var call = one.Entry is CallEntry { Call: var id } ? $" [{id}]" : "";
            var words = callers is null ? one.Entry.Words : callers.Clean(Hidden(one.Entry, callers).Words);
            var line = string.Create(CultureInfo.InvariantCulture, $"{one.Seq} {one.At:yyyy-MM-ddTHH:mm:ss.fffZ}{call} {words}\n");
            lines.Enqueue(line);
            length += line.Length;
            while (length > largest)
            {
                length -= lines.Dequeue().Length;
            }
        }

        var text = new StringBuilder(length);
        foreach (var line in lines)
        {
            text.Append(line);
        }

        return text.ToString();
    }

    private static JournalEntry Hidden(JournalEntry entry, CallerMask callers)
    {
        switch (entry)
        {
            case CallStarted started:
                // A call that began after the callers were read.
                if (started.CallerName is { } name)
                {
                    callers.AddName(name);
                }

                return started with
                {
                    CallerName = started.CallerName is null ? null : CallerMask.Somebody,
                    CallerNumber = started.CallerNumber is { } number ? NumberMask.Masked(number) : null,
                    Dialled = started.Dialled is { Length: > 4 } ? NumberMask.Masked(started.Dialled) : started.Dialled,
                };
            case MissedChanged missed:
                return missed with { Number = NumberMask.Masked(missed.Number) };
            case CallNoted noted:
                return noted with { Note = "(left out)" };
            default:
                return entry;
        }
    }
}
