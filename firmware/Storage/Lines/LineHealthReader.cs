using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.History;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage.Lines;

/// <summary>Reads from the journal how lines and trunks were. Any thread.</summary>
public sealed class LineHealthReader(Database database)
{
    /// <summary>How far it looks back.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromDays(30);

    /// <summary>Most times of being down, and most troubles, that are told of a line.</summary>
    public const int Most = 100;

    private const int MostCalls = 100_000;

    /// <summary>The health of lines.</summary>
    /// <param name="lines">Names of lines and trunks.</param>
    /// <param name="now">The present.</param>
    /// <param name="today">When today began.</param>
    /// <returns>One for each name, in their order.</returns>
    public IReadOnlyList<LineHealth> Read(IReadOnlyCollection<string> lines, DateTimeOffset now, DateTimeOffset today)
    {
        var since = now - Back;
        using var connection = database.OpenReader();
        var downs = Downs(connection, since).ToLookup(down => down.Line, down => down.Down);
        var troubles = Troubles(connection, since).ToLookup(trouble => trouble.Line, trouble => trouble.Trouble);
        var legs = Legs(connection, since).ToLookup(leg => leg.Leg.Party.Name);
        return
        [
            .. lines.Select(line => new LineHealth(
                line,
                CallsOf(line, legs[line], today),
                [.. downs[line].Take(Most)],
                [.. troubles[line].Take(Most)],
                SoundOf(legs[line]))),
        ];
    }

    private static LineCalls CallsOf(string line, IEnumerable<CallLeg> legs, DateTimeOffset today)
    {
        var all = legs.ToList();
        var inbound = all.Where(one => one.IsInbound && one.From == line).ToList();
        return new LineCalls(
            CountCalls(all.Where(one => one.Leg.StartedAt >= today)),
            CountCalls(all),
            all.Count == 0 ? null : all.Max(one => one.Leg.StartedAt),
            inbound.Count,
            inbound.Count(one => one.HasNumber));
    }

    // A caller who came by a trunk and was forwarded by it has two legs there, and is one call.
    private static int CountCalls(IEnumerable<CallLeg> legs) => legs.Select(one => one.Call).Distinct(StringComparer.Ordinal).Count();

    private static LineSound? SoundOf(IEnumerable<CallLeg> legs)
    {
        var measured = legs.Where(one => one.Leg.Quality is not null).ToList();
        var heard = measured.ConvertAll(one => one.Leg.Quality!.Heard);
        return heard.Count == 0
            ? null
            : new LineSound(
                CountCalls(measured), heard.Average(one => one.Mos), heard.Min(one => one.Mos), heard.Average(one => one.LossPercent));
    }

    // The kinds stand in the text: only so are their indexes used. A status that is told again, as after a restart, goes on: it ends when
    // the first one does, and the oldest of its rows is its beginning.
    private static IEnumerable<(string Line, LineDown Down)> Downs(SqliteConnection connection, DateTimeOffset since)
    {
        var rows = connection.Query<DownRow>(
            """
            select seq as Seq, at as At, entry as Entry, (
                select next.at from journal next where next.kind = 'line.changed'
                    and json_extract(next.entry, '$.line') = json_extract(journal.entry, '$.line') and next.seq > journal.seq
                    and json_extract(next.entry, '$.status') <> json_extract(journal.entry, '$.status')
                order by next.seq limit 1) as Until
            from journal where seq in (
                select seq from (
                    select seq, row_number() over (partition by json_extract(entry, '$.line') order by at desc, seq desc) as place
                    from journal where kind = 'line.changed'
                        and json_extract(entry, '$.status') in ('NoBattery', 'OutOfOrder', 'Unreachable') and at >= @since)
                where place <= @Most)
            order by at desc, seq desc
            """,
            new { since = Milliseconds.Of(since), Most });
        return rows.Select(row => (new EventRow { Seq = row.Seq, At = row.At, Entry = row.Entry }.ToEvent(), row.Until))
            .Select(one => (one.Item1.At, one.Until, Change: one.Item1.Entry as LineChanged))
            .Where(one => one.Change is not null)
            .GroupBy(one => (one.Change!.Line, one.Change.Status, one.Until))
            .Select(outage => outage.Last())
            .Select(one => (one.Change!.Line, new LineDown(one.At, Milliseconds.At(one.Until), one.Change.Status, one.Change.Why)));
    }

    private static IEnumerable<(string Line, LineTrouble Trouble)> Troubles(SqliteConnection connection, DateTimeOffset since) =>
        from row in connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where seq in (
                select seq from (
                    select seq, row_number() over (
                        partition by json_extract(entry, '$.party.kind'), json_extract(entry, '$.party.name')
                        order by at desc, seq desc) as place
                    from journal where kind = 'leg.ended'
                        and json_extract(entry, '$.cause.code') in ('LineFault', 'NoLine') and at >= @since)
                where place <= @Most)
            order by at desc, seq desc
            """,
            new { since = Milliseconds.Of(since), Most })
        let read = row.ToEvent()
        let ended = read.Entry as LegEnded
        where ended is { Party.IsOutside: true }
        select (ended.Party.Name, new LineTrouble(ended.EndedAt ?? read.At, ended.Call.Value, ended.Cause.Words));

    private static IEnumerable<CallLeg> Legs(SqliteConnection connection, DateTimeOffset since)
    {
        var rows = connection.Query<LegsRow>(
            """
            select id as Id, direction as Direction, from_name as FromName, caller_number is not null as HasNumber, legs as Legs
            from calls where started_at >= @since order by started_at desc, id desc limit @MostCalls
            """,
            new { since = Milliseconds.Of(since), MostCalls },
            buffered: false);
        foreach (var row in rows)
        {
            var legs = JsonSerializer.Deserialize(row.Legs, LegJson.Default.IReadOnlyListLegRecord) ?? [];
            foreach (var leg in legs.Where(leg => leg.Party.IsOutside))
            {
                yield return new CallLeg(
                    row.Id,
                    leg,
                    row.FromName,
                    row.Direction == nameof(CallDirection.Inbound) && leg.Origin == LegOrigin.Party,
                    row.HasNumber != 0);
            }
        }
    }

    private sealed record CallLeg(string Call, LegRecord Leg, string From, bool IsInbound, bool HasNumber);

    private sealed class DownRow
    {
        public long Seq { get; init; }

        public long At { get; init; }

        public string Entry { get; init; } = "";

        public long? Until { get; init; }
    }

    private sealed class LegsRow
    {
        public string Id { get; init; } = "";

        public string Direction { get; init; } = "";

        public string FromName { get; init; } = "";

        public long HasNumber { get; init; }

        public string Legs { get; init; } = "[]";
    }
}
