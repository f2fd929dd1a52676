using Dapper;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Calls.Live;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage.History;

/// <summary>Calls on disk, in progress or over. Any thread; each method reads one consistent state.</summary>
public sealed class CallReader(Database database)
{
    /// <summary>Most calls of one page.</summary>
    public const int MostPerPage = 1000;

    /// <summary>Most entries that are read of one call's journal.</summary>
    public const int MostPerJournal = 10_000;

    private const string OnLine =
        """
         and exists (select 1 from json_each(legs)
             where json_extract(value, '$.party.name') = @Line and json_extract(value, '$.party.kind') in ('Line', 'Trunk'))
        """;

    // A call that retention has deleted since the page before still has its place by its id, which begins with its time.
    private const string After =
        """
         and case when exists (select 1 from calls where id = @Before)
             then (started_at, id) < (select started_at, id from calls where id = @Before)
             else id < @Before end
        """;

    /// <summary>Calls, newest first.</summary>
    public IReadOnlyList<CallRecord> Page(CallQuery query) =>
        Page(
            "calls",
            (query.RecordedOnly ? " and recording is not null" : "") + (query.Number is null ? "" : " and caller_number = @Number"),
            query,
            new Parameters(query) { Number = query.Number });

    /// <summary>Recorded calls, newest first.</summary>
    public IReadOnlyList<CallRecord> Recorded(RecordingQuery query)
    {
        var visit = (query.Agent is null ? "" : " and agent = @Agent") + (query.Queue is null ? "" : " and queue = @Queue");
        var where = " and recording is not null"
            + (query.Number is null ? "" : " and (caller_number like @Number or dialled like @Number)")
            + (visit.Length == 0 ? "" : $" and exists (select 1 from visits where visits.call = calls.id{visit})")
            + (query.Line is null ? "" : OnLine)
            + (query.Shortest is null ? "" : " and recorded_ms >= @Shortest")
            + (query.Longest is null ? "" : " and recorded_ms <= @Longest")
            + (query.Noted ? " and note is not null" : "")
            + (query.Note is null ? "" : " and note like @Note escape '\\'");
        return Page("calls indexed by calls_recorded", where, query.Calls, new Parameters(query.Calls)
        {
            Number = query.Number is null ? null : $"%{string.Concat(query.Number.Where(char.IsAsciiDigit))}%",
            Agent = query.Agent,
            Queue = query.Queue,
            Line = query.Line,
            Shortest = (long?)query.Shortest?.TotalMilliseconds,
            Longest = (long?)query.Longest?.TotalMilliseconds,
            Note = query.Note is null ? null : $"%{Escaped(query.Note)}%",
        });
    }

    /// <summary>Calls that started today where the site is, newest first.</summary>
    /// <param name="zone">The site's zone: midnight is there, also on the days on which clocks change.</param>
    /// <param name="now">The present.</param>
    /// <param name="limit">Most calls to return.</param>
    /// <param name="queues">Only calls that came to one of these queues; null or empty for all.</param>
    public IReadOnlyList<CallRecord> CallsToday(
        TimeZoneInfo zone, DateTimeOffset now, int limit = MostPerPage, IReadOnlyCollection<string>? queues = null)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Page(new CallQuery(limit, From: Midnight(today, zone), To: Midnight(today.AddDays(1), zone)) { Queues = queues ?? [] });
    }

    /// <summary>The first call from outside that a person answered since a moment, else the newest; null without one.</summary>
    /// <param name="since">The moment.</param>
    public CallRecord? FirstInbound(DateTimeOffset since)
    {
        const string From = $"select {CallRow.Columns} from calls where started_at >= @since and direction = 'Inbound'";
        using var connection = database.OpenReader();
        var from = new { since = Milliseconds.Of(since) };
        var row = connection.QueryFirstOrDefault<CallRow>($"{From} and answered_name is not null order by started_at, id limit 1", from)
            ?? connection.QueryFirstOrDefault<CallRow>($"{From} order by started_at desc, id desc limit 1", from);
        return row?.ToRecord();
    }

    /// <summary>One call; null when there is none of that id.</summary>
    public CallRecord? Find(CallId id)
    {
        using var connection = database.OpenReader();
        return JournalTransaction.Load(connection, id);
    }

    /// <summary>The call that a recording belongs to; null when there is no recording of that id.</summary>
    public CallRecord? FindByRecording(string recording)
    {
        using var connection = database.OpenReader();
        var row = connection.QueryFirstOrDefault<CallRow>(
            $"select {CallRow.Columns} from calls where recording = @recording", new { recording });
        return row?.ToRecord();
    }

    /// <summary>What people noted of a call, in order; what was removed is left out.</summary>
    public IReadOnlyList<(CallNoted Note, DateTimeOffset At)> Notes(CallId id)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"select {EventRow.Columns} from journal where call = @Value and kind = 'call.noted' order by seq limit @MostPerJournal",
            new { id.Value, MostPerJournal });
        var notes = rows.Select(row => row.ToEvent()).Where(read => read.Entry is CallNoted)
            .Select(read => (Note: (CallNoted)read.Entry, read.At)).ToList();
        return notes[(notes.FindLastIndex(note => note.Note.Note.Length == 0) + 1)..];
    }

    /// <summary>The events of one call, in order.</summary>
    public IReadOnlyList<JournalEvent> Journal(CallId id)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"select {EventRow.Columns} from journal where call = @Value order by seq limit @MostPerJournal",
            new { id.Value, MostPerJournal });
        return [.. rows.Select(row => row.ToEvent())];
    }

    private IReadOnlyList<CallRecord> Page(string table, string where, CallQuery query, Parameters parameters)
    {
        where += (query.From is null ? "" : " and started_at >= @From")
            + (query.To is null ? "" : " and started_at < @To")
            + (query.Queues.Count == 0 ? "" : " and exists (select 1 from visits where visits.call = calls.id and visits.queue in @Queues)")
            + (query.Before is null ? "" : After);
        using var connection = database.OpenReader();
        var rows = connection.Query<CallRow>(
            $"select {CallRow.Columns} from {table} where true{where} order by started_at desc, id desc limit @Limit", parameters);
        return [.. rows.Select(row => row.ToRecord())];
    }

    private static string Escaped(string text) => string.Concat(text.Select(sign => sign is '%' or '_' or '\\' ? $"\\{sign}" : $"{sign}"));

    // Where clocks jump over midnight, the day begins at the first moment that exists.
    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    private sealed class Parameters(CallQuery query)
    {
        public int Limit { get; } = Math.Clamp(query.Limit, 1, MostPerPage);

        public string? Before { get; } = query.Before?.Value;

        public long? From { get; } = Milliseconds.Of(query.From);

        public long? To { get; } = Milliseconds.Of(query.To);

        public IReadOnlyCollection<string> Queues { get; } = query.Queues;

        public string? Number { get; init; }

        public string? Agent { get; init; }

        public string? Queue { get; init; }

        public string? Line { get; init; }

        public long? Shortest { get; init; }

        public long? Longest { get; init; }

        public string? Note { get; init; }
    }
}
