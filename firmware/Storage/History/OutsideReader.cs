using Dapper;
using Switchhook.Calls.Journal;

namespace Switchhook.Storage.History;

/// <summary>What the gate of calls to the outside and the desk of emergency calls know after a restart. Any thread.</summary>
public sealed class OutsideReader(Database database)
{
    /// <summary>Most emergency calls that are looked at.</summary>
    public const int MostEmergencies = 200;

    /// <summary>Most entries of calls; beyond, the oldest are left out.</summary>
    public const int MostCounts = 50_000;

    /// <summary>The entries that count calls to the outside, stop phones and let them go on, since a moment, in order.</summary>
    /// <param name="since">From then on.</param>
    public IEnumerable<JournalEvent> Counts(DateTimeOffset since)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from (
                select seq, at, entry from journal where kind in ('outside.counted', 'outside.stopped') and at >= @since
                    order by at desc, seq desc limit {MostCounts})
            order by seq
            """,
            new { since = Milliseconds.Of(since) },
            buffered: false);
        foreach (var row in rows)
        {
            yield return row.ToEvent();
        }
    }

    /// <summary>The emergency calls since a moment, with the beginnings of their legs, in order.</summary>
    /// <param name="since">From then on.</param>
    public IReadOnlyList<JournalEvent> Emergencies(DateTimeOffset since)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            with told as (
                select seq, call, kind from journal where kind in ('emergency.called', 'emergency.ended') and at >= @since
                    order by seq desc limit {MostEmergencies})
            select {EventRow.Columns} from journal where seq in (
                select seq from told union select journal.seq from told cross join journal on journal.call = told.call
                    where told.kind = 'emergency.called' and journal.kind = 'leg.started')
            order by seq
            """,
            new { since = Milliseconds.Of(since) });
        return [.. rows.Select(row => row.ToEvent())];
    }
}
