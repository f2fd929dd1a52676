using System.Text.Json;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

/// <summary>Compares rows with what the journal says they must be.</summary>
internal static class SameRows
{
    /// <summary>The rows on disk are the projection of the events on disk, no more and no less.</summary>
    public static void AsJournal(CallReader calls, IReadOnlyList<JournalEvent> events)
    {
        var rows = new Dictionary<string, CallRecord>(StringComparer.Ordinal);
        foreach (var journalEvent in events)
        {
            if (journalEvent.Entry is CallEntry entry
                && CallProjection.Apply(rows.GetValueOrDefault(entry.Call.Value), journalEvent) is { } row)
            {
                rows[entry.Call.Value] = row;
            }
        }

        var stored = calls.Page(new CallQuery(CallReader.MostPerPage));
        Assert.Equal(rows.Values.Select(Text).Order(StringComparer.Ordinal), stored.Select(Text).Order(StringComparer.Ordinal));
    }

    public static string Text(CallRecord row) => JsonSerializer.Serialize(row);
}
