using Switchhook.Acd;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Signals;

namespace Switchhook.Tests.Acd.Signals;

public sealed class AlarmWatchTests
{
    private static readonly AlarmLimits None = new(null, null, null, null)
    {
        Rules = new FigureRules { AnswerWithin = TimeSpan.FromSeconds(20) },
    };

    private readonly SomeQueue _queue = new();
    private readonly AlarmWatch _watch = new("sales");

    [Fact]
    public void A_long_wait_raises_an_alarm_at_its_second_once_and_a_calm_minute_ends_it_once()
    {
        var limits = None with { LongestWait = TimeSpan.FromMinutes(3) };
        Assert.Empty(Look(0, limits));
        Assert.Null(_watch.NextLookAt);
        _queue.Enter(10);
        Assert.Empty(Look(10, limits));
        Assert.Equal(SomeQueue.At(190), _watch.NextLookAt);
        Assert.Equal(["+ Queue sales: someone has waited 3 min, and 3 min is the limit."], Look(190, limits));
        Assert.Empty(Look(200, limits));
        Assert.True(_watch.HasAlarm);

        _queue.Answer(0, 210);
        Assert.Empty(Look(210, limits));
        Assert.Equal(SomeQueue.At(270), _watch.NextLookAt);
        Assert.Empty(Look(269.9, limits));
        Assert.Equal(["- Queue sales: nobody waits too long any more."], Look(270, limits));
        Assert.False(_watch.HasAlarm);
        Assert.Null(_watch.NextLookAt);
    }

    [Fact]
    public void An_alarm_that_comes_back_within_the_minute_never_ended()
    {
        var limits = None with { Waiting = 2 };
        _queue.Enter(0);
        Assert.Empty(Look(0, limits));
        _queue.Enter(1);
        Assert.Equal(["+ Queue sales: 2 callers wait, and 2 is the limit."], Look(1, limits));
        _queue.Answer(0, 5);
        Assert.Empty(Look(5, limits));
        _queue.Enter(60);
        Assert.Empty(Look(60, limits));
        _queue.Answer(1, 62);
        Assert.Empty(Look(62, limits));
        Assert.Empty(Look(121.9, limits));
        Assert.Single(Look(122, limits));
    }

    [Fact]
    public void Too_few_agents_are_told_after_a_minute_and_not_by_night()
    {
        var limits = None with { Agents = 2 };
        Assert.Empty(Look(0, limits));
        Assert.Equal(SomeQueue.At(60), _watch.NextLookAt);
        _queue.Agents.Add(AgentState.Paused);
        Assert.Empty(Look(59, limits));
        _queue.Agents.RemoveAt(1);
        Assert.Empty(Look(60, limits));
        Assert.Equal(["+ Queue sales: 1 agent is logged in, and there should be 2."], Look(120, limits));
        _queue.IsNight = true;
        Assert.Empty(Look(130, limits));
        Assert.Equal(["- Queue sales: there are enough agents again."], Look(190, limits));
        Assert.Empty(Look(900, limits));
    }

    [Fact]
    public void A_service_level_needs_five_callers_and_ends_above_the_limit_or_when_they_are_long_ago()
    {
        var limits = None with { ServiceLevel = 70 };
        for (var caller = 0; caller < 4; caller++)
        {
            _queue.Served(caller, wait: caller < 2 ? 50 : 3);
        }

        Assert.Empty(Look(60, limits));
        _queue.Served(60, wait: 1);
        Assert.Equal(
            ["+ Queue sales: 60 % of the 5 callers of the last 30 min were answered within 20 s, and it should be 70 %."],
            Look(61, limits));

        // 5 of 7 are 71 %: above the limit, and not yet by the margin.
        _queue.Served(70, wait: 1);
        _queue.Served(71, wait: 1);
        Assert.Empty(Look(72, limits));
        Assert.Empty(Look(200, limits));
        _queue.Served(200, wait: 1);
        _queue.Served(201, wait: 1);
        Assert.Empty(Look(202, limits));
        Assert.Equal(["- Queue sales: callers are answered in time again, or few call."], Look(262, limits));
        Assert.Equal(SomeQueue.At(1800), _watch.NextLookAt);
    }

    [Fact]
    public void A_caller_who_waits_counts_against_the_service_level_just_after_the_time()
    {
        var limits = None with { ServiceLevel = 90 };
        for (var caller = 0; caller < 5; caller++)
        {
            _queue.Served(caller, wait: 1);
        }

        _queue.Enter(10);
        Assert.Empty(Look(30, limits));
        Assert.Equal(SomeQueue.At(30) + TimeSpan.FromTicks(1), _watch.NextLookAt);
        Assert.StartsWith("+ Queue sales: 83 % of the 6", Assert.Single(Look(30.0000001, limits)), StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_end_all_alarms_are_over_once()
    {
        _queue.Enter(0);
        Assert.Equal(2, Look(9, None with { Waiting = 1, LongestWait = TimeSpan.FromSeconds(9) }).Count);
        Assert.Equal([AlarmKind.LongestWait, AlarmKind.Waiting], _watch.End().Select(change => change.Kind));
        Assert.Empty(_watch.End());
    }

    private List<string> Look(double at, AlarmLimits limits) =>
        [.. _watch.Look(_queue.Moment(at), limits).Select(change => $"{(change.On ? '+' : '-')} {change.Words}")];
}
