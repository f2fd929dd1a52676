using System.Text.Json;
using Switchhook.Calls.Journal;

namespace Switchhook.Storage.History;

/// <summary>An event as the columns of the table <c>journal</c>.</summary>
internal sealed class EventRow
{
    public const string Columns = "seq as Seq, at as At, entry as Entry";

    public long Seq { get; init; }

    public long At { get; init; }

    public string Entry { get; init; } = "";

    public JournalEvent ToEvent() => new(Seq, Milliseconds.At(At), Read());

    // After a step back to an older version there may be kinds that it does not know; they must not hide the others.
    private JournalEntry Read()
    {
        try
        {
            return JsonSerializer.Deserialize(Entry, JournalJson.Default.JournalEntry) ?? Unknown();
        }
        catch (JsonException)
        {
            return Unknown();
        }
    }

    private static FaultSeen Unknown() => new("the journal", "This version cannot read the entry.");
}
