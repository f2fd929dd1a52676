using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Agents;
using Switchhook.Acd.Figures.Intervals;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Figures;

/// <summary>A month of a busy box.</summary>
public sealed class FigureSpeedTests
{
    // It takes about a second on a shared core, most of it to compile; a scan of all facts for each fact would take many minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Fifty_thousand_visits_and_two_hundred_thousand_spans_are_counted_at_once()
    {
        var random = new Random(4711);
        var (visits, spans, calendar) = (VisitsBy(random, 50_000), SpansInARow(random), new SiteCalendar(Berlin));
        var begin = TimeProvider.System.GetTimestamp();

        var report = new QueueReport(visits, Fortnight, new FigureRules(), Fortnight.To);
        var figures = report.ByInterval(calendar, IntervalLength.QuarterHour);
        var values = Enum.GetValues<FigureName>().Select(report.Whole.Value).ToList();
        var agents = new AgentReport(spans, [], visits, new FigureRules(), Fortnight.To);
        var times = agents.TimeOf(calendar.Cover(Fortnight, IntervalLength.QuarterHour));

        var elapsed = TimeProvider.System.GetElapsedTime(begin);
        Assert.Equal((14 * 96, 14 * 96), (figures.Count, times.Count));
        Assert.Contains(values, value => value > 40_000);
        Assert.True(elapsed < Limit, $"took {elapsed}");
    }

    // Twenty agents whose state changes every two minutes; each is in two queues, so that spans overlap.
    private static List<AgentSpan> SpansInARow(Random random) =>
    [
        .. from agent in Enumerable.Range(0, 20)
           from change in Enumerable.Range(0, 10_000)
           let state = (AgentState)random.Next(8)
           select new AgentSpan($"a{agent}", state, null, null, At(change * 120), At((change + random.Next(1, 3)) * 120)),
    ];
}
