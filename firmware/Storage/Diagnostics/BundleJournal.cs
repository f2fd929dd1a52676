using System.Globalization;
using System.Text;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Storage.History;

namespace Switchhook.Storage.Diagnostics;

/// <summary>The journal as text for somebody from outside the house.</summary>
internal static class BundleJournal
{
    private const int MostNames = 20_000;
    private const string Somebody = "somebody";

    /// <summary>The sentences of the journal since a moment.</summary>
    /// <param name="database">The box's database.</param>
    /// <param name="since">The moment.</param>
    /// <param name="keepsNumbers">False to leave out who called, whom the house called, and what people noted.</param>
    /// <param name="largest">Most characters; of a longer journal the youngest part is told.</param>
    public static string Text(Database database, DateTimeOffset since, bool keepsNumbers, int largest)
    {
        var lines = new Queue<string>();
        var length = 0;
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in new JournalReader(database).Since(since))
        {
            var entry = keepsNumbers ? one.Entry : Hidden(one.Entry, people);
            var call = entry is CallEntry { Call: var id } ? $" [{id}]" : "";
            var words = keepsNumbers ? entry.Words : Without(entry, people);
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

    private static JournalEntry Hidden(JournalEntry entry, Dictionary<string, string> people)
    {
        switch (entry)
        {
            case CallStarted started:
                if (started.CallerName is { Length: > 2 } name && people.Count < MostNames)
                {
                    people[started.Call.Value] = name;
                }

                return started with
                {
                    CallerName = started.CallerName is null ? null : Somebody,
                    CallerNumber = started.CallerNumber is { } number ? NumberMask.Masked(number) : null,
                    Dialled = started.Dialled is { Length: > 4 } ? NumberMask.Masked(started.Dialled) : started.Dialled,
                };
            case CallNoted noted:
                return noted with { Note = "(left out)" };
            default:
                return entry;
        }
    }

    // A name that was told at the begin of a call may stand in what follows of it.
    private static string Without(JournalEntry entry, Dictionary<string, string> people) =>
        entry is CallEntry { Call: var call } && people.TryGetValue(call.Value, out var name)
            ? entry.Words.Replace(name, Somebody, StringComparison.Ordinal)
            : entry.Words;
}
