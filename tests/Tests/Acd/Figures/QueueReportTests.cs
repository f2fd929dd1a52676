using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Figures;

/// <summary>Visits in groups, and who waits at a moment.</summary>
public sealed class QueueReportTests
{
    [Fact]
    public void Visits_are_grouped_by_queue_agent_and_line()
    {
        var report = Report(
        [
            Entered(0).Answered(5) with { Queue = "B", Agent = "Ben", Line = "1" },
            Entered(1).Answered(5) with { Queue = "A", Line = "2" },
            Entered(2).Left(50) with { Queue = "B", Line = "2" },
            Entered(3).Left(50) with { Queue = "B" },
        ]);

        Assert.Equal(["A 1", "B 3"], report.ByQueue().Select(queue => $"{queue.Key} {queue.Value.Offered.Count}"));
        Assert.Equal(["Anna 1", "Ben 1"], report.ByAgent().Select(agent => $"{agent.Key} {agent.Value.Handled.Count}"));
        Assert.Equal(["1 1", "2 2"], report.ByLine().Select(line => $"{line.Key} {line.Value.Offered.Count}"));
        Assert.Equal(4, report.Whole.Offered.Count);
    }

    [Fact]
    public void A_visit_belongs_to_the_interval_of_its_entry_and_empty_intervals_are_there()
    {
        var report = new QueueReport([Entered(899).Answered(60), Entered(2700).Left(60)], new Interval(At(0), At(3600)), new(), At(86_400));

        var quarters = report.ByInterval(new SiteCalendar(Berlin), IntervalLength.QuarterHour);
        Assert.Equal([1, 0, 0, 1], quarters.Select(quarter => quarter.Figures.Offered.Count));
    }

    [Fact]
    public void What_lies_outside_the_period_is_history_only()
    {
        var before = Entered(-100) with { Caller = "1", Call = "c1" };
        var within = Entered(0) with { Caller = "1", Call = "c2" };
        var figures = Report([before.Left(50), within.Answered(5)]).Whole;

        Assert.Equal((1, 1), (figures.Offered.Count, figures.Value(FigureName.RepeatCallers)));
    }

    [Fact]
    public void Hours_of_the_week_follow_the_clocks_of_the_site()
    {
        // Monday 8:00 before and after the Sunday on which clocks are set forward: the same hour, 167 hours apart.
        var hours = Report([Entered(0), Entered(167 * 3600), Entered(167 * 3600 * 2)]).ByHourOfWeek(new SiteCalendar(Berlin));

        Assert.Equal(
            [(DayOfWeek.Monday, 7, 1), (DayOfWeek.Monday, 8, 2)],
            hours.OrderBy(hour => hour.Key.Index).Select(hour => (hour.Key.Day, hour.Key.Hour, hour.Value.Offered.Count)));
    }

    [Fact]
    public void A_board_shows_who_waits_by_position_at_any_moment()
    {
        Visit[] visits =
        [
            Entered(50, "second"), Entered(40, "first") with { Queue = "Service" }, Entered(0, "answered").Answered(60),
            Entered(10, "gone").Left(20), Entered(200, "later"), Entered(5, "lost") with { Outcome = VisitOutcome.BoxStopped },
        ];

        var now = LiveFigures.At(visits, At(100));
        Assert.Equal(["first", "second"], now.Waiting.Select(visit => visit.Id));
        Assert.Equal((2, 60), (now.Value(FigureName.WaitingNow), now.Value(FigureName.LongestWaitNow)));
        Assert.Null(now.Value(FigureName.Offered));

        var before = LiveFigures.At(visits, At(25));
        Assert.Equal(["answered", "gone"], before.Waiting.Select(visit => visit.Id));

        var queues = LiveFigures.ByQueue(visits, At(100));
        Assert.Equal(["Sales 00:00:50", "Service 00:01:00"], queues.Select(queue => $"{queue.Key} {queue.Value.LongestWait}"));
        Assert.Null(LiveFigures.At([], At(0)).LongestWait);
    }

    private static QueueReport Report(Visit[] visits) => new(visits, Fortnight, new FigureRules(), Fortnight.To);
}
