using System.Globalization;
using System.Text.Json;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage;
using Switchhook.Storage.History;
using Switchhook.Tests.Flows.Queues.Week.Plain;
using Switchhook.Tests.Storage;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>Compares what the reports of the API and the live boards said with the plain journal.</summary>
internal sealed class WeekComparison
{
    private static readonly string[] Splits = ["quarter-hour", "hour", "day", "week"];

    private readonly Clinic _clinic;
    private readonly PlainJournal _plain;
    private readonly int _days;

    public WeekComparison(Clinic clinic, int days)
    {
        (_clinic, _days) = (clinic, days);
        _plain = PlainJournal.Read(clinic.Folder);
    }

    public PlainJournal Plain => _plain;

    /// <summary>Numbers that differ, in words.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>How many numbers were compared.</summary>
    public int Compared { get; private set; }

    private long AsOf => _clinic.Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>All reports, day by day and over the whole time.</summary>
    public async Task CompareReportsAsync()
    {
        var copy = StoreBox.CopyAsKilled(_clinic.Folder);
        await using var web = await TestWeb.StartAsync(new FakeBox(time: _clinic.Time, folder: copy.Path));
        web.Box.Site.Model = WeekSite.Make();
        var program = web.Program();
        foreach (var by in Splits)
        {
            await CompareAsync(program, by, Clinic.Monday, Clinic.Monday.AddDays(_days));
        }

        for (var day = 0; day < _days; day++)
        {
            // A report has 5000 intervals at most.
            var (from, to) = (Clinic.Monday.AddDays(day), Clinic.Monday.AddDays(day + 1));
            await CompareAgentsAsync(program, "quarter-hour", from, to);
            await CompareLinesAsync(program, "quarter-hour", from, to);
        }
    }

    /// <summary>
    /// What the boards showed at each quarter hour against the plain journal, and against what the store says of the moment.
    /// </summary>
    public void CompareReadings()
    {
        using var copy = StoreBox.CopyAsKilled(_clinic.Folder);
        using var database = Database.Open(copy.Path, _clinic.Time);
        var visits = new FactReader(database).Visits(new Interval(Clinic.Monday, Clinic.Monday.AddDays(_days)));
        foreach (var reading in _clinic.Readings)
        {
            var at = reading.At.ToUnixTimeMilliseconds();
            var waiting = _plain.Visits.Values
                .Where(visit => visit.Entered <= at && !(visit.WaitEnded <= at))
                .OrderBy(visit => visit.Entered).ThenBy(visit => visit.Id, StringComparer.Ordinal).ToList();
            Same($"{reading.At} waiting", Lines(waiting.Select(visit => BoardReading.Words(visit.Id, visit.Queue, At(visit.Entered)))),
                Lines(reading.Waiting));
            Same($"{reading.At} waiting, stored", Lines(LiveFigures.At(visits, reading.At).Waiting.Select(visit =>
                BoardReading.Words(visit.Id, visit.Queue, visit.EnteredAt))), Lines(reading.Waiting));
            Same($"{reading.At} longest wait", Lines(waiting.GroupBy(visit => visit.Queue)
                .OrderBy(queue => queue.Key, StringComparer.Ordinal)
                .Select(queue => $"{queue.Key} {Number((at - queue.Min(visit => visit.Entered)) / 1000.0)}")),
                Lines(reading.LongestWait.Select(queue => $"{queue.Key} {Number(queue.Value)}")));
            Same($"{reading.At} agents", Lines(_plain.Spans.Where(span => span.From <= at && !(span.To <= at) && span.State != "LoggedOut")
                .OrderBy(span => span.Agent, StringComparer.Ordinal)
                .Select(span => BoardReading.Words(span.Agent, $"{span.State} {span.Reason}", At(span.Since)))), Lines(reading.Agents));
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Join(" | ", lines);

    private static string Number(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "none";

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static long Ms(JsonElement interval, string name) => interval.GetProperty(name).GetDateTimeOffset().ToUnixTimeMilliseconds();

    private static string Query(string report, string by, DateTimeOffset from, DateTimeOffset to) =>
        $"/api/v1/reports/{report}?by={by}&from={from:yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}";

    private async Task CompareAsync(HttpClient program, string by, DateTimeOffset from, DateTimeOffset to)
    {
        var queues = await program.JsonAsync(Query("queues", by, from, to));
        foreach (var item in queues.GetProperty("items").EnumerateArray())
        {
            var queue = WeekSite.Make().Queues[item.Text("name")!];
            var figures = new PlainFigures(
                _plain.Visits.Values,
                (long)queue.ServiceLevel.Within.TotalMilliseconds,
                (long)queue.ShortAbandon.TotalMilliseconds,
                AsOf);
            CompareItem($"queue {queue.Name} by {by}", item, from, to, (begin, end) => figures.Of(
                [.. Entered(begin, end).Where(visit => visit.Queue == queue.Name)]));
        }

        if (by != "quarter-hour")
        {
            await CompareAgentsAsync(program, by, from, to);
            await CompareLinesAsync(program, by, from, to);
        }
    }

    private async Task CompareLinesAsync(HttpClient program, string by, DateTimeOffset from, DateTimeOffset to)
    {
        var lines = await program.JsonAsync(Query("lines", by, from, to));
        foreach (var item in lines.GetProperty("items").EnumerateArray())
        {
            List<string> of = item.TryGetProperty("name", out var name) && name.GetString() is { Length: > 0 } one
                ? [one]
                : [.. _clinic.LineNames];
            CompareItem($"line {Lines(of)} by {by}", item, from, to, (begin, end) => PlainTimes.OfLines(of, _plain.Lines, begin, end));
        }
    }

    private async Task CompareAgentsAsync(HttpClient program, string by, DateTimeOffset from, DateTimeOffset to)
    {
        var report = await program.JsonAsync(Query("agents", by, from, to));
        foreach (var item in report.GetProperty("items").EnumerateArray())
        {
            var agent = item.TryGetProperty("name", out var name) && name.GetString() is { Length: > 0 } one ? one : null;
            CompareItem($"agent {agent ?? "team"} by {by}", item, from, to, (begin, end) => OfAgent(agent, begin, end));
            if (agent is not null)
            {
                var spans = _plain.Spans.Where(span => span.Agent == agent).ToList();
                ComparePauses($"agent {agent} by {by} {from}", item, spans, from, to);
                CompareAttendance($"agent {agent} by {by} {from}", item, spans, from, to);
            }
        }
    }

    private Dictionary<string, double?> OfAgent(string? agent, long begin, long end)
    {
        var figures = PlainTimes.OfAgents(_plain.Spans.Where(span => agent is null || span.Agent == agent), begin, end);
        if (agent is null)
        {
            return figures;
        }

        var work = new PlainFigures(_plain.Visits.Values, 20_000, 5_000, AsOf)
            .OfWork([.. Entered(begin, end).Where(visit => visit.Agent == agent && visit.Answered is not null)]);
        var offers = _plain.Offers
            .Where(offer => offer.Agent == agent && offer.From >= begin && offer.From < end)
            .Where(offer => offer.Result is not ("Ringing" or "Unreachable"))
            .ToList();
        figures["offers"] = offers.Count;
        figures["ronaRate"] = offers.Count > 0 ? (double)offers.Count(offer => offer.Result == "NoAnswer") / offers.Count : null;
        return figures.Concat(work).ToDictionary(StringComparer.Ordinal);
    }

    private IEnumerable<PlainVisit> Entered(long begin, long end) =>
        _plain.Visits.Values.Where(visit => visit.Entered >= begin && visit.Entered < end);

    private void CompareItem(
        string what, JsonElement item, DateTimeOffset from, DateTimeOffset to, Func<long, long, Dictionary<string, double?>> plainly)
    {
        var whole = plainly(from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        foreach (var figure in item.GetProperty("figures").EnumerateArray())
        {
            var name = figure.Text("name")!;
            Same($"{what}: {name}", whole, name, figure.TryGetProperty("value", out var value) ? value : null);
        }

        foreach (var interval in item.GetProperty("intervals").EnumerateArray())
        {
            var part = plainly(Ms(interval, "from"), Ms(interval, "to"));
            foreach (var figure in interval.GetProperty("values").EnumerateObject())
            {
                Same($"{what} {interval.Text("from")}: {figure.Name}", part, figure.Name, figure.Value);
            }
        }
    }

    private void ComparePauses(string what, JsonElement item, List<PlainSpan> spans, DateTimeOffset from, DateTimeOffset to)
    {
        var (begin, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var pauses = spans.Where(span => span.State == "Paused").GroupBy(span => span.Reason ?? "")
            .Select(reason => (reason.Key, Time: reason.Sum(span => PlainTimes.Inside(span.From, span.To, begin, end))))
            .Where(reason => reason.Time > 0).OrderBy(reason => reason.Key, StringComparer.Ordinal);
        Same($"{what}: pauses", Lines(pauses.Select(reason => $"{reason.Key} {Number(reason.Time / 1000.0)}")),
            Lines(item.GetProperty("pausedBy").EnumerateObject().Select(reason => $"{reason.Name} {Number(reason.Value.GetDouble())}")));
    }

    private void CompareAttendance(string what, JsonElement item, List<PlainSpan> spans, DateTimeOffset from, DateTimeOffset to)
    {
        var (begin, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var there = new List<(long From, long To)>();
        foreach (var span in spans.Where(span => span.State != "LoggedOut" && PlainTimes.Inside(span.From, span.To, begin, end) > 0))
        {
            var time = (From: Math.Max(span.From, begin), To: Math.Min(span.To ?? AsOf, end));
            if (there.Count > 0 && there[^1].To == time.From)
            {
                there[^1] = (there[^1].From, time.To);
            }
            else
            {
                there.Add(time);
            }
        }

        Same($"{what}: attendance", Lines(there.Select(time => $"{time.From}-{time.To}")),
            Lines(item.GetProperty("attendance").EnumerateArray().Select(time => $"{Ms(time, "from")}-{Ms(time, "to")}")));
    }

    private void Same(string what, Dictionary<string, double?> plain, string name, JsonElement? value)
    {
        if (!plain.TryGetValue(name, out var expected))
        {
            Differences.Add($"{what}: the test does not count this figure.");
            return;
        }

        double? shown = value is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        Compared++;
        if (expected is null != shown is null || Math.Abs((expected ?? 0) - (shown ?? 0)) > 1e-6)
        {
            Differences.Add($"{what}: the journal says {Number(expected)}, the report {Number(shown)}.");
        }
    }

    private void Same(string what, string plain, string shown)
    {
        Compared++;
        if (plain != shown)
        {
            Differences.Add($"{what}: the journal says [{plain}], shown was [{shown}].");
        }
    }
}
