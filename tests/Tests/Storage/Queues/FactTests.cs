using Dapper;
using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.History;
using Switchhook.Storage.Queues;

namespace Switchhook.Tests.Storage.Queues;

/// <summary>The facts of queues on disk.</summary>
public sealed class FactTests : IDisposable
{
    private static readonly CallId Call = new("20261123-080000-aaaaaa");

    private readonly StoreBox _box = new();

    private FactReader Facts => new(_box.Database);

    private DateTimeOffset Now => _box.Time.GetUtcNow();

    private Interval Day => new(Now.AddDays(-1), Now.AddDays(1));

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_tables_are_what_the_journal_says_however_often_it_is_written(int seed)
    {
        var random = new RandomQueues(seed);
        for (var i = 0; i < 600; i++)
        {
            _box.Time.Advance(TimeSpan.FromMilliseconds(700));
            Write(random.Next(Now));
        }

        var events = _box.Events;
        SameFacts.AsJournal(_box.Database, events);

        var rows = SameFacts.Rows(_box.Database);
        var again = new Random(seed);
        foreach (var journalEvent in events.Where(_ => again.Next(3) == 0))
        {
            _box.Store.Write(journalEvent);
        }

        Assert.True(_box.Store.WritePending());
        Assert.Equal(rows, SameFacts.Rows(_box.Database));

        // A new database that is given the whole journal has the same rows.
        using var rebuilt = new StoreBox();
        foreach (var journalEvent in events)
        {
            rebuilt.Store.Write(journalEvent);
        }

        Assert.True(rebuilt.Store.WritePending());
        Assert.Equal(rows.Order(StringComparer.Ordinal), SameFacts.Rows(rebuilt.Database).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_power_cut_leaves_open_ends_with_the_call()
    {
        Write(
            new CallStarted(Call, CallDirection.Inbound, Party.Line("main-1"), "+13125550142", null, "By caller ID.", null),
            new QueueEntered(Call, $"{Call}-1", "desk", "Call", "+13125550142", "main-1", null, false, "Place 1."),
            new QueueOffered(Call, $"{Call}-1", "desk", "ana", "101", "The first."));
        var cut = Now;
        _box.Time.Advance(TimeSpan.FromMinutes(5));

        _box.Restart();

        var visit = Assert.Single(Facts.Visits(Day));
        Assert.Equal((VisitOutcome.BoxStopped, cut), (visit.Outcome, visit.LeftAt));
        var offer = Assert.Single(Facts.Agents(Day).Offers);
        Assert.Equal((OfferResult.Withdrawn, cut), (offer.Result, offer.To));
    }

    [Fact]
    public void What_an_agent_did_before_a_restart_ends_with_the_last_sign()
    {
        Write(State("ana", "Available"));
        var cut = Now.AddSeconds(10);
        _box.Time.Advance(TimeSpan.FromMinutes(5));
        Write(State("ana", "Available") with { EndedAt = cut });

        var spans = Facts.Agents(Day).Spans.OrderBy(span => span.From).ToList();

        Assert.Equal([cut, null], spans.Select(span => span.To));
        Assert.Equal(Now, spans[1].From);
    }

    [Fact]
    public void An_extended_wrap_up_is_one_span()
    {
        Write(State("ana", "WrapUp"));
        _box.Time.Advance(TimeSpan.FromSeconds(8));
        Write(State("ana", "WrapUp") with { Until = Now.AddMinutes(1) });

        Assert.Equal(AgentState.WrapUp, Assert.Single(Facts.Agents(Day).Spans).State);
    }

    [Fact]
    public void A_caller_who_is_moved_counts_for_the_queue_that_answers_with_the_whole_wait()
    {
        Enter(Call, "desk");
        var entered = Now;
        _box.Time.Advance(TimeSpan.FromSeconds(30));
        Enter(Call, "sales");

        var visit = Assert.Single(Facts.Visits(Day));
        Assert.Equal(("sales", entered), (visit.Queue, visit.EnteredAt));
        Assert.Equal(visit, Assert.Single(Facts.Visits(Day, "sales")));
        Assert.Empty(Facts.Visits(Day, "desk"));
    }

    [Fact]
    public void A_period_has_its_own_visits_and_those_that_are_open()
    {
        var early = new CallId("20261123-070000-aaaaaa");
        Enter(early, "desk");
        Write(new QueueLeft(early, $"{early}-1", "Abandoned", "Gave up."));
        Enter(Call, "desk");
        _box.Time.Advance(TimeSpan.FromHours(1));
        var later = new CallId("20261123-090000-aaaaaa");
        Enter(later, "desk");

        Assert.Equal([$"{Call}-1", $"{later}-1"], Facts.Visits(new Interval(Now, Now.AddHours(1))).Select(visit => visit.Id).Order());
        Assert.Equal([$"{Call}-1"], Facts.VisitsOf(Call).Select(visit => visit.Id));
    }

    [Fact]
    public void A_caller_is_known_by_the_agent_of_the_last_talk_for_a_week()
    {
        Talk(Call, "ana");
        _box.Time.Advance(TimeSpan.FromHours(1));
        Talk(new CallId("20261123-090000-aaaaaa"), "bo");

        Assert.Equal(("bo", Now), Assert.Single(Facts.LastAgents(Now)).Value);
        Assert.Empty(Facts.LastAgents(Now.AddDays(8)));
    }

    [Fact]
    public void Lines_are_busy_as_long_as_their_legs_last()
    {
        var line = Party.Line("main-1");
        Write(
            new CallStarted(Call, CallDirection.Inbound, line, null, null, "None.", null),
            new LegStarted(Call, "1", line, LegOrigin.Party, "It rings."),
            new LegStarted(Call, "2", Party.Phone("101"), LegOrigin.Box, "The first."));
        var from = Now;
        Assert.Equal([new LineSpan("main-1", from, null)], Facts.Lines(Day));

        _box.Time.Advance(TimeSpan.FromSeconds(20));
        Write(new LegEnded(Call, "1", line, Cause.FarEnd), new CallEnded(Call, Cause.FarEnd));

        Assert.Equal([new LineSpan("main-1", from, Now)], Facts.Lines(Day));
        Assert.Empty(Facts.Lines(new Interval(Now.AddMinutes(1), Now.AddMinutes(2))));
    }

    [Fact]
    public void Too_much_is_refused_in_words()
    {
        var years = Assert.Throws<TooMuchHistoryException>(() => Facts.Visits(new Interval(Now, Now.AddDays(401))));
        Assert.Equal("401 days are too many at once; ask for at most 400 days.", years.Message);

        _box.Database.Write((connection, _) => connection.Execute(
            """
            insert into agent_offers
            with recursive n (i) as (select 1 union all select i + 1 from n where i <= @MostRows)
            select i, 'c', 'ana', 'v', 'desk', @Now, @Now, 'NoAnswer' from n
            """,
            new { FactReader.MostRows, Now = Now.ToUnixTimeMilliseconds() }));
        var rows = Assert.Throws<TooMuchHistoryException>(() => Facts.Agents(Day));
        Assert.Equal("More than 500,000 entries lie between 2026-11-22 and 2026-11-24; ask for less time.", rows.Message);
    }

    [Theory]
    [InlineData(FactQueries.Visits, "visits_by_entry", "visits_open")]
    [InlineData(FactQueries.VisitsOfQueue, "visits_by_queue", "visits_open")]
    [InlineData(FactQueries.VisitsOfCall, "visits_of_call")]
    [InlineData(FactQueries.LastAgents, "visits_by_entry")]
    [InlineData(FactQueries.Spans, "agent_spans_by_end")]
    [InlineData(FactQueries.SpansOfAgent, "agent_spans_by_agent")]
    [InlineData(FactQueries.Offers, "agent_offers_by_begin")]
    [InlineData(FactQueries.OffersOfAgent, "agent_offers_by_agent")]
    [InlineData(FactQueries.LegsOfCalls, "calls_by_start", "calls_in_progress")]
    public void Every_reading_goes_along_an_index(string query, params string[] indexes)
    {
        using var connection = _box.Database.OpenReader();
        var plan = connection
            .Query<(long, long, long, string Detail)>(
                $"explain query plan {query}",
                new { From = 0, To = 1, DayBefore = 0, Limit = 1, Queue = "desk", Agent = "ana", Value = "c" })
            .Select(step => step.Detail)
            .ToList();

        Assert.All(indexes, index => Assert.Contains(plan, step => $"{step} ".Contains($"INDEX {index} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal));
    }

    private static AgentChanged State(string agent, string state) => new(agent, state, null, null, null, "101", null, $"{agent}: {state}.");

    private void Write(params JournalEntry[] entries)
    {
        foreach (var entry in entries)
        {
            _box.Journal.Append(entry);
        }

        Assert.True(_box.Store.WritePending());
    }

    private void Enter(CallId call, string queue) =>
        Write(new QueueEntered(call, $"{call}-1", queue, "Call", "+13125550142", "main-1", null, false, "Place 1."));

    private void Talk(CallId call, string agent)
    {
        Enter(call, "desk");
        Write(new QueueJoined(call, $"{call}-1", agent, "leg"), new QueueTalkEnded(call, $"{call}-1", agent, false));
    }
}
