using Switchhook.Acd;
using Switchhook.Acd.Advice;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;
using Switchhook.Acd.Theory;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Advice;

/// <summary>What a change would have made of past days.</summary>
public sealed class WhatIfTests
{
    private const int Days = 20;
    private static readonly TimeOnly Open = new(8, 0);
    private static readonly WhatIfChange NoChange = new WhatIfChange.OtherWrapUp("Sales", TimeSpan.Zero);

    [Fact]
    public void Without_a_change_both_sides_are_the_same_and_near_theory()
    {
        var result = WhatIf.Of(Past(TimeSpan.Zero), NoChange, 1, CancellationToken.None)!;

        Assert.False(result.IsClear);
        Assert.Equal(result.Before, result.After);
        Assert.Equal(Days, result.Days);
        Assert.InRange(result.Before.CallsPerDay, 210, 270);
        var theory = new ErlangC(new QueueLoad(30, TimeSpan.FromMinutes(3)), 2);
        Assert.InRange(result.Before.ServiceLevel!.Value, theory.ServiceLevel(TimeSpan.FromSeconds(20)) - 0.08, 0.6);
        Assert.InRange(result.Before.Occupancy!.Value, 0.65, 0.85);
        Assert.InRange(result.Before.ServiceLevel.Value, result.Before.ServiceLevel.Low, result.Before.ServiceLevel.High);
        Assert.StartsWith("Without time to finish after calls of Sales, these days show no clear difference:", result.Sentence);
    }

    [Fact]
    public void One_more_agent_helps_in_the_hours_of_the_change()
    {
        var change = new WhatIfChange.OneMoreAgent("Sales", new TimeOnly(10, 0), new TimeOnly(12, 0));
        var result = WhatIf.Of(Past(TimeSpan.Zero), change, 1, CancellationToken.None)!;

        Assert.True(result.IsClear);
        var (before, after) = (new ErlangC(Load, 2), new ErlangC(Load, 3));
        var within = TimeSpan.FromSeconds(20);
        Assert.InRange(result.Before.ServiceLevel!.Value, before.ServiceLevel(within) - 0.1, before.ServiceLevel(within) + 0.2);
        Assert.InRange(result.After.ServiceLevel!.Value, after.ServiceLevel(within) - 0.1, after.ServiceLevel(within) + 0.1);
        Assert.True(result.After.ServiceLevel.Low > result.Before.ServiceLevel.High);
        Assert.True(result.After.Occupancy!.Value < result.Before.Occupancy!.Value);
        Assert.Matches(
            @"^With one more agent for Sales from 10:00 to 12:00, \d\d % would be answered in 20 s instead of \d\d % \(by the days, \d\d % "
                + @"to \d\d %\), and .* would give up instead of .*\. Played with \d+ calls of 20 days\.$",
            result.Sentence);

        // Callers of the hours before cannot know.
        var early = result.Slots.Single(slot => slot.Start == new TimeOnly(9, 0));
        Assert.Equal(early.Before, early.After);
        var called = result.Slots.Where(slot => slot.Before.CallsPerDay > 0).Select(slot => slot.Start);
        Assert.Equal(Enumerable.Range(0, 16).Select(half => Open.AddMinutes(half * 30)), called);
    }

    [Fact]
    public void A_wrap_up_costs_waits()
    {
        var change = new WhatIfChange.OtherWrapUp("Sales", TimeSpan.FromSeconds(40));
        var result = WhatIf.Of(Past(TimeSpan.Zero), change, 1, CancellationToken.None)!;
        Assert.True(result.IsClear);
        Assert.True(result.After.SpeedOfAnswer!.Value > result.Before.SpeedOfAnswer!.Value * 1.3);
    }

    [Fact]
    public void Who_gave_up_is_answered_by_more_agents()
    {
        var past = Past(TimeSpan.FromMinutes(1));
        var change = new WhatIfChange.OneMoreAgent("Sales", Open, new TimeOnly(16, 0));
        var result = WhatIf.Of(past, change, 1, CancellationToken.None)!;

        var was = new QueueReport(past.Visits, new Interval(Start.AddDays(-60), Start.AddDays(60)), past.Rules, Start.AddDays(60)).Whole;
        Assert.InRange(result.Before.Abandoned!.Value / ((double)was.Abandoned.Count / was.Offered.Count), 0.75, 1.25);
        Assert.True(result.After.Abandoned!.Value < result.Before.Abandoned.Value / 2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_another_strategy_no_other_waits()
    {
        var change = new WhatIfChange.OtherStrategy("Sales", RoutingStrategy.InOrder);
        var one = WhatIf.Of(Past(TimeSpan.Zero), change, 1, CancellationToken.None)!;
        var again = WhatIf.Of(Past(TimeSpan.Zero), change, 1, CancellationToken.None)!;
        var other = WhatIf.Of(Past(TimeSpan.Zero), change, 2, CancellationToken.None)!;

        Assert.Equal((one.Sentence, one.After), (again.Sentence, again.After));
        Assert.NotEqual(one.After, other.After);
        Assert.Equal(one.Before.SpeedOfAnswer!.Value, one.After.SpeedOfAnswer!.Value, 6);
        Assert.StartsWith("If Sales chose its agents by their order in the list, these days show no clear difference", one.Sentence);
    }

    [Fact]
    public void What_is_out_of_bounds_is_told_and_a_stop_stops()
    {
        var past = Past(TimeSpan.Zero);
        var unknown = Assert.Throws<ArgumentException>(() =>
            WhatIf.Of(past, new WhatIfChange.OtherWrapUp("Sails", TimeSpan.Zero), 1, CancellationToken.None));
        Assert.StartsWith("There is no queue Sails: name one of the site's queues.", unknown.Message);
        var backwards = new WhatIfChange.OneMoreAgent("Sales", new TimeOnly(12, 0), new TimeOnly(10, 0));
        Assert.Throws<ArgumentException>(() => WhatIf.Of(past, backwards, 1, CancellationToken.None));
        var many = past with { Visits = [.. Enumerable.Repeat(past.Visits[0], WhatIf.MostVisits + 1)] };
        Assert.Throws<ArgumentException>(() => WhatIf.Of(many, NoChange, 1, CancellationToken.None));
        var tooLong = past with { Visits = [.. Enumerable.Range(0, WhatIf.MostDays + 1).Select(day => Entered(day * 86400.0))] };
        Assert.Throws<ArgumentException>(() => WhatIf.Of(tooLong, NoChange, 1, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => WhatIf.Of(past, NoChange, 1, new CancellationToken(canceled: true)));
        Assert.Null(WhatIf.Of(past with { Visits = [] }, NoChange, 1, CancellationToken.None));
    }

    [Fact]
    public void Shifts_are_when_agents_were_at_work_and_answers_as_long_as_phones_rang()
    {
        var shifts = WhatIfPast.ShiftsOf(
            [
                Span("Anna", AgentState.Available, 0, 100),
                Span("Anna", AgentState.Talking, 100, 200),
                Span("Anna", AgentState.Paused, 200, 300),
                Span("Anna", AgentState.Available, 300, null),
                Span("Bo", AgentState.LoggedOut, 0, 400),
            ],
            At(500));
        Assert.Equal([new Shift("Anna", At(0), At(200)), new Shift("Anna", At(300), At(500))], shifts);

        AgentOffer Offer(double rang, OfferResult result) => new("Anna", "v", "Sales", At(0), At(rang), result);
        var answered = new[] { 4.0, 6, 9 }.Select(rang => Offer(rang, OfferResult.Accepted));
        Assert.Equal(TimeSpan.FromSeconds(6), WhatIfPast.AnswerOf([.. answered, Offer(20, OfferResult.NoAnswer)]));
        Assert.Equal(TimeSpan.Zero, WhatIfPast.AnswerOf([Offer(20, OfferResult.NoAnswer)]));
    }

    private static QueueLoad Load => new(30, TimeSpan.FromMinutes(3));

    private static AgentSpan Span(string agent, AgentState state, double from, double? to) =>
        new(agent, state, null, null, At(from), to is { } end ? At(end) : null);

    // Days of eight hours with 30 calls an hour of three minutes, played once: these are the facts.
    private static WhatIfPast Past(TimeSpan patience)
    {
        var chance = new Random(5);
        var plan = new AcdPlan(
            [new QueuePlan("Sales", [new QueueMember("Anna"), new QueueMember("Bo")])], [new AgentPlan("Anna"), new AgentPlan("Bo")]);
        var (visits, shifts) = (new List<Visit>(), new List<Shift>());
        var calendar = new SiteCalendar(TimeZoneInfo.Utc);
        for (var day = 0; day < Days; day++)
        {
            var begin = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddDays(day);
            Shift[] today = [new Shift("Anna", begin, begin.AddHours(8)), new Shift("Bo", begin, begin.AddHours(8))];
            shifts.AddRange(today);
            var calls = new List<SimulatedCall>();
            for (var at = begin + Exponential(120); at < begin.AddHours(8); at += Exponential(120))
            {
                TimeSpan? limit = patience > TimeSpan.Zero ? Exponential(patience.TotalSeconds) : null;
                calls.Add(new SimulatedCall(new WorkItem($"{day}-{calls.Count}", "Sales", WorkKind.Call, at), Exponential(180), limit));
            }

            new QueueSimulation(plan, 1).Run(calls, today, outcome => visits.Add(VisitOf(outcome)));
        }

        return new WhatIfPast(visits, shifts, plan, calendar, new FigureRules());

        TimeSpan Exponential(double mean) => TimeSpan.FromSeconds(-mean * Math.Log(1 - chance.NextDouble()));
    }

    private static Visit VisitOf(SimulatedOutcome outcome) => new()
    {
        Id = outcome.Call.Item.Id,
        Queue = "Sales",
        EnteredAt = outcome.Call.Item.EnteredAt,
        Agent = outcome.Agent,
        AnsweredAt = outcome.Agent is null ? null : outcome.Ended,
        TalkEndedAt = outcome.Agent is null ? null : outcome.Ended + outcome.Call.Talk,
        LeftAt = outcome.Agent is null ? outcome.Ended : null,
        Outcome = outcome.Agent is null ? VisitOutcome.Abandoned : VisitOutcome.Answered,
    };
}
