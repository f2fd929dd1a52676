using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Storage.Journal;
using Switchhook.Storage.Queues;

namespace Switchhook.Storage.History;

/// <summary>
/// The facts on disk that figures of queues, agents and lines are counted from. Any thread; each method reads one consistent state.
/// </summary>
public sealed class FactReader(Database database)
{
    /// <summary>Most rows of one reading.</summary>
    public const int MostRows = 500_000;

    private const int MostVisitsOfCall = 1000;

    /// <summary>The longest period of one reading.</summary>
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(400);

    /// <summary>For how long an agent who talked with a caller is remembered.</summary>
    public static readonly TimeSpan LastAgentKept = TimeSpan.FromDays(7);

    /// <summary>Visits that entered their queue in a period, and those that wait or talk now.</summary>
    /// <param name="period">The period.</param>
    /// <param name="queue">Of one queue only; null for all.</param>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public IReadOnlyList<Visit> Visits(Interval period, string? queue = null)
    {
        using var connection = database.OpenReader();
        return Visits(connection, null, period, queue);
    }

    /// <summary>What agents did, were offered and answered in a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="agent">Of one agent only; null for all. Visits are those of all agents.</param>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public AgentFacts Agents(Interval period, string? agent = null)
    {
        using var connection = database.OpenReader();
        using var state = connection.BeginTransaction(deferred: true);
        var bounds = new Bounds(period) { Agent = agent };
        var spans = Read<SpanRow>(connection, state, agent is null ? FactQueries.Spans : FactQueries.SpansOfAgent, bounds);
        var offers = Read<OfferRow>(connection, state, agent is null ? FactQueries.Offers : FactQueries.OffersOfAgent, bounds);
        return new AgentFacts(
            [.. spans.Select(row => row.ToSpan())],
            [.. offers.Select(row => row.ToOffer())],
            Visits(connection, state, period, null));
    }

    /// <summary>When lines and trunks were busy, of calls that touch a period and did not begin more than a day before it.</summary>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public IReadOnlyList<LineSpan> Lines(Interval period)
    {
        using var connection = database.OpenReader();
        var calls = Read<LegsRow>(connection, null, FactQueries.LegsOfCalls, new Bounds(period));
        return [.. calls.SelectMany(SpansOf).Where(span => span.From < period.To && (span.To is null || span.To > period.From))];
    }

    /// <summary>The visits of a call, in order.</summary>
    public IReadOnlyList<Visit> VisitsOf(CallId call)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<VisitRow>(FactQueries.VisitsOfCall, new { call.Value, Limit = MostVisitsOfCall });
        return [.. rows.Select(row => row.ToVisit())];
    }

    /// <summary>The visit in which a message was left; null when there is no message of that recording.</summary>
    public Visit? VisitOfMessage(string recording)
    {
        using var connection = database.OpenReader();
        return connection.QueryFirstOrDefault<VisitRow>(FactQueries.VisitOfMessage, new { recording })?.ToVisit();
    }

    /// <summary>Who talked last with each caller in the last 7 days, and when, by the caller's number.</summary>
    /// <param name="now">The present.</param>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public IReadOnlyDictionary<string, (string Agent, DateTimeOffset At)> LastAgents(DateTimeOffset now)
    {
        using var connection = database.OpenReader();
        var rows = Read<LastAgentRow>(connection, null, FactQueries.LastAgents, new Bounds(new Interval(now - LastAgentKept, now)));
        return rows.ToDictionary(row => row.Caller, row => (row.Agent, Milliseconds.At(row.AnsweredAt)), StringComparer.Ordinal);
    }

    private static List<Visit> Visits(SqliteConnection connection, SqliteTransaction? state, Interval period, string? queue)
    {
        var query = queue is null ? FactQueries.Visits : FactQueries.VisitsOfQueue;
        return [.. Read<VisitRow>(connection, state, query, new Bounds(period) { Queue = queue }).Select(row => row.ToVisit())];
    }

    private static IEnumerable<LineSpan> SpansOf(LegsRow call) =>
        from leg in JsonSerializer.Deserialize(call.Legs, LegJson.Default.IReadOnlyListLegRecord) ?? []
        where leg.Party.IsOutside
        select new LineSpan(leg.Party.Name, leg.StartedAt, leg.EndedAt ?? Milliseconds.At(call.EndedAt));

    private static List<T> Read<T>(SqliteConnection connection, SqliteTransaction? state, string query, Bounds bounds)
    {
        var rows = connection.Query<T>(query, bounds, state, buffered: false).ToList();
        return rows.Count <= MostRows
            ? rows
            : throw new TooMuchHistoryException(FormattableString.Invariant(
                $"More than {MostRows:N0} entries lie between {bounds.Begin:yyyy-MM-dd} and {bounds.End:yyyy-MM-dd}; ask for less time."));
    }

    private sealed class Bounds
    {
        public Bounds(Interval period)
        {
            if (period.Length > LongestPeriod)
            {
                throw new TooMuchHistoryException(
                    $"{period.Length.Days} days are too many at once; ask for at most {LongestPeriod.Days} days.");
            }

            (Begin, End) = (period.From, period.To);
        }

        public DateTimeOffset Begin { get; }

        public DateTimeOffset End { get; }

        public string? Queue { get; init; }

        public string? Agent { get; init; }

        public long From => Milliseconds.Of(Begin);

        public long To => Milliseconds.Of(End);

        public long DayBefore => Milliseconds.Of(Begin - TimeSpan.FromDays(1));

        public int Limit { get; } = MostRows + 1;
    }

    private sealed class LegsRow
    {
        public string Legs { get; init; } = "[]";

        public long? EndedAt { get; init; }
    }

    private sealed class LastAgentRow
    {
        public string Caller { get; init; } = "";

        public string Agent { get; init; } = "";

        public long AnsweredAt { get; init; }
    }
}
