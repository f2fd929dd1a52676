using Switchhook.Acd.Advice;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Theory;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Advice;

/// <summary>How many agents are needed, and how it is said.</summary>
public sealed class StaffingAdviceTests
{
    private static readonly TimeSpan FourMinutes = TimeSpan.FromMinutes(4);

    [Fact]
    public void Fewer_and_more_agents_are_shown_with_what_they_give()
    {
        var advice = new StaffingAdvice(15, FourMinutes, StaffingTarget.Usual, null);

        Assert.Equal((4, null), (advice.Agents, advice.AgentsIfCallersLeave));
        Assert.Equal([3, 4, 5], advice.Options.Select(option => option.Agents));
        Assert.Equal(0.59109137, advice.Options[0].ServiceLevel, 8);
        Assert.Empty(advice.OptionsIfCallersLeave);
        Assert.Equal("15 calls of 240 s in half an hour: 3 agents → 59 % in 20 s, 4 → 85 % in 20 s, 5 → 95 % in 20 s.", advice.Sentence);
    }

    [Fact]
    public void Patience_shows_who_would_leave()
    {
        var advice = new StaffingAdvice(30, FourMinutes, StaffingTarget.Usual, TimeSpan.FromMinutes(2));

        Assert.Equal((7, 6), (advice.Agents, advice.AgentsIfCallersLeave));
        Assert.Equal([5, 6, 7], advice.OptionsIfCallersLeave.Select(option => option.Agents));
        Assert.Equal(0.73402578, advice.OptionsIfCallersLeave[0].ServiceLevel, 8);
        Assert.Contains(
            "As callers leave after 120 s on average: 5 agents → 73 % in 20 s and 13 % leave, 6 →",
            advice.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_show_who_would_hear_busy()
    {
        var advice = new StaffingAdvice(15, FourMinutes, StaffingTarget.Usual, null) { Lines = 4 };

        // 2 erlangs on 4 lines. With 4 agents none waits (Erlang B: 2/21); with 3 the fourth caller waits: 1, 2, 2, 4/3, 8/9.
        Assert.Equal([3, 4], advice.OptionsOnLines.Select(option => option.Agents));
        Assert.EndsWith(
            " On 4 lines, if no other calls use them: 3 agents → 12 % hear busy, 4 → 10 % hear busy.",
            advice.Sentence,
            StringComparison.Ordinal);
        Assert.Equal(8.0 / 9 / (1 + 2 + 2 + (4.0 / 3) + (8.0 / 9)), Busy(advice.OptionsOnLines[0]), 9);
        Assert.Equal(2.0 / 21, Busy(advice.OptionsOnLines[1]), 9);
        Assert.Empty(new StaffingAdvice(15, FourMinutes, StaffingTarget.Usual, null) { Lines = 2 }.OptionsOnLines);

        static double Busy(StaffingOption option) => ((FiniteQueueModel)option.Queue).Blocking;
    }

    [Theory]
    [InlineData(0, "0 calls of 240 s in half an hour: 1 agent → 100 % in 20 s, 2 → 100 % in 20 s.")]
    [InlineData(0.25, "0.25 calls of 240 s in half an hour: 1 agent → 97 % in 20 s, 2 → over 99 % in 20 s.")]
    [InlineData(8, "8 calls of 240 s in half an hour: 2 agents → 66 % in 20 s, 3 → 91 % in 20 s, 4 → 98 % in 20 s.")]
    public void Sentences_are_plain(double calls, string sentence) =>
        Assert.Equal(sentence, new StaffingAdvice(calls, FourMinutes, StaffingTarget.Usual, null).Sentence);

    [Fact]
    public void With_too_few_agents_the_queue_only_grows()
    {
        var advice = new StaffingAdvice(7.5, FourMinutes, new StaffingTarget(0.1, TimeSpan.FromMinutes(20)), null);

        Assert.Equal(2, advice.Agents);
        Assert.Contains("1 agent → the queue only grows, 2 →", advice.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_has_the_half_hours_in_which_calls_are_expected()
    {
        var visits = Enumerable.Range(0, 15).Select(number => Entered(7200 + (number * 60), $"v{number}"));
        var monday = new DateOnly(2026, 3, 23);
        var forecast = Forecast.Of(visits, new SiteCalendar(Berlin), monday, monday, new HashSet<DateOnly>());

        var need = Assert.Single(StaffingPlan.Of(forecast, FourMinutes, StaffingTarget.Usual, null, null).Needs);
        Assert.Equal(4, need.Advice.Agents);
        Assert.StartsWith("Monday 10:00–10:30, 15 calls of 240 s in half an hour: 3 agents →", need.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_can_be_calculated_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StaffingAdvice(1_000_000, FourMinutes, StaffingTarget.Usual, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StaffingAdvice(1, FourMinutes, StaffingTarget.Usual, TimeSpan.Zero));
    }

    [Fact]
    public void Patience_is_the_waits_of_all_by_those_who_gave_up()
    {
        Visit[] visits =
        [
            .. Enumerable.Range(0, 10).Select(number => Entered(number).Left(60)),
            .. Enumerable.Range(10, 10).Select(number => Entered(number).Answered(30)),
            Entered(30).Left(100, VisitOutcome.ExitKey), Entered(31).Left(3),
        ];

        Assert.Equal(TimeSpan.FromSeconds((600 + 300 + 100) / 10.0), Patience.Estimate(Count(visits)));
        Assert.Null(Patience.Estimate(Count(visits[1..])));
    }

    [Fact]
    public void Patience_is_found_again_in_callers_who_have_it()
    {
        // Each caller's patience and the wait that it would take are drawn at random; what ends first is seen.
        var random = new Random(4711);
        var visits = Enumerable.Range(0, 20_000).Select(number =>
        {
            var (patience, wait) = (90 * -Math.Log(1 - random.NextDouble()), 40 * -Math.Log(1 - random.NextDouble()));
            var visit = Entered(number, $"v{number}");
            return patience < wait ? visit.Left(patience) : visit.Answered(wait);
        });

        Assert.InRange(
            Patience.Estimate(Count(visits, new() { ShortAbandon = TimeSpan.Zero }))!.Value.TotalSeconds, 90 * 0.95, 90 * 1.05);
    }
}
