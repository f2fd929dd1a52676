using FsCheck;
using FsCheck.Fluent;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Agents;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Lines;
using static Switchhook.Tests.Acd.Figures.SomeFacts;
using Interval = Switchhook.Acd.Figures.Intervals.Interval;

namespace Switchhook.Tests.Acd.Figures;

/// <summary>What holds for any facts. FsCheck draws how many there are and the seed they are made from.</summary>
public sealed class FigurePropertyTests
{
    private static readonly SiteCalendar Calendar = new(Berlin);
    private static readonly FigureRules Rules = new();

    [Fact]
    public void Each_visit_goes_one_way() => ForAnyFacts((random, count) =>
    {
        var figures = Count(VisitsBy(random, count));
        var ways = Enum.GetValues<FigureName>()
            .Where(name => name is FigureName.Answered or FigureName.Abandoned or (>= FigureName.ShortAbandoned and <= FigureName.Waiting));

        Assert.Equal(figures.Offered.Count, ways.Sum(way => figures.Behind(way).Count));
        Assert.Equal(figures.Offered.Select(visit => visit.Id).Order(), ways.SelectMany(figures.Behind).Select(visit => visit.Id).Order());
        Assert.Equal(count, figures.Offered.Count + figures.Value(FigureName.Returned));
    });

    [Fact]
    public void Shares_are_shares_and_service_levels_are_in_order() => ForAnyFacts((random, count) =>
    {
        var figures = Count(VisitsBy(random, count));
        foreach (var formula in FigureFormula.All(Rules).Where(formula => formula.Unit == FigureUnit.Share))
        {
            Assert.InRange(figures.Value(formula.Name) ?? 0, 0, 1);
        }

        if (figures.Value(FigureName.ServiceLevelOfAnswered) is { } ofAnswered)
        {
            var leftOut = figures.Value(FigureName.ServiceLevelAbandonsLeftOut)!.Value;
            Assert.InRange(leftOut, figures.Value(FigureName.ServiceLevelOfOffered)!.Value, ofAnswered);
        }

        Assert.True(figures.Value(FigureName.AverageSpeedOfAnswer) is not { } speed || speed <= figures.Value(FigureName.LongestWait));
        Assert.True(figures.Value(FigureName.Wait90) is not { } most || most <= figures.Value(FigureName.LongestWait));
    });

    [Fact]
    public void Intervals_add_up_to_the_whole() => ForAnyFacts((random, count) =>
    {
        var report = new QueueReport(VisitsBy(random, count), Fortnight, Rules, Fortnight.To);
        foreach (var length in Enum.GetValues<IntervalLength>())
        {
            SameSums(report.Whole, [.. report.ByInterval(Calendar, length).Select(part => part.Figures)]);
        }

        SameSums(report.Whole, [.. report.ByHourOfWeek(Calendar).Values]);
        SameSums(report.Whole, [.. report.ByQueue().Values]);
    });

    [Fact]
    public void The_order_of_facts_does_not_matter() => ForAnyFacts((random, count) =>
    {
        var (visits, spans, lines) = (VisitsBy(random, count), SpansBy(random, count), LinesBy(random, count));
        var names = Enum.GetValues<FigureName>();
        var values = names.Select(Count(visits).Value).ToList();
        var agents = new AgentReport(spans, [], [], Rules, Fortnight.To).ByAgent(Fortnight).Values.ToList();
        var full = Lines(lines).Of([Fortnight]);

        Assert.Equal(values, names.Select(Count(Shuffled(visits)).Value));
        var again = new AgentReport(Shuffled(spans), [], [], Rules, Fortnight.To).ByAgent(Fortnight).Values;
        Assert.Equal(agents.Select(agent => (agent.Agent, agent.Time)), again.Select(agent => (agent.Agent, agent.Time)));
        Assert.All(agents.Zip(again), pair => Assert.Equal(pair.First.PausedBy, pair.Second.PausedBy));
        Assert.Equal(full, Lines(Shuffled(lines)).Of([Fortnight]));

        List<T> Shuffled<T>(List<T> facts) => [.. facts.OrderBy(_ => random.Next())];
    });

    [Fact]
    public void Agents_time_adds_up_and_they_are_never_busier_than_there() => ForAnyFacts((random, count) =>
    {
        var report = new AgentReport(SpansBy(random, count), OffersBy(random, count), VisitsBy(random, count), Rules, Fortnight.To);
        var whole = report.TimeOf([Fortnight])[0];
        foreach (var length in new[] { IntervalLength.QuarterHour, IntervalLength.Hour, IntervalLength.Day, IntervalLength.Week })
        {
            var intervals = Calendar.Cover(Fortnight, length).Select(interval => Clipped(interval)).ToList();
            Assert.Equal(whole, Sum(report.TimeOf(intervals)));
            Assert.All(report.TimeOf(intervals), time => Assert.InRange(time.Occupancy ?? 0, 0, 1));
        }

        var agents = report.ByAgent(Fortnight).Values.ToList();
        Assert.Equal(whole, Sum(agents.Select(agent => agent.Time)));
        Assert.Equal(whole, Sum(report.ByHourOfWeek(Calendar, Fortnight).Values));
        Assert.All(agents, agent =>
        {
            Assert.InRange(agent.Time.LoggedIn, TimeSpan.Zero, Fortnight.Length);
            Assert.Equal(agent.Time.LoggedIn, agent.Attendance.Aggregate(TimeSpan.Zero, (sum, stay) => sum + stay.Length));
            Assert.Equal(agent.Time.Paused, agent.PausedBy.Values.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause));
            Assert.InRange(agent.RonaRate ?? 0, 0, 1);
        });
    });

    [Fact]
    public void Lines_add_up_and_are_never_busier_than_there_are() => ForAnyFacts((random, count) =>
    {
        var report = Lines(LinesBy(random, count));
        var whole = report.Of([Fortnight])[0];
        var hours = report.Of([.. Calendar.Cover(Fortnight, IntervalLength.Hour).Select(interval => Clipped(interval))]);

        Assert.InRange(whole.Blocking!.Value, 0, 1);
        Assert.InRange(whole.Erlangs!.Value, whole.Blocking!.Value * 2, 2);
        Assert.Equal(whole.AllBusy, hours.Aggregate(TimeSpan.Zero, (sum, hour) => sum + hour.AllBusy));
        Assert.Equal(whole.Busy, hours.Aggregate(TimeSpan.Zero, (sum, hour) => sum + hour.Busy));
        Assert.Equal(whole.Busy, report.BusyByLine(Fortnight).Values.Aggregate(TimeSpan.Zero, (sum, busy) => sum + busy));
    });

    private static void ForAnyFacts(Action<Random, int> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(23, 29),
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 80)).ToArbitrary(), drawn => property(new Random(drawn.Item1), drawn.Item2)));

    private static void SameSums(QueueFigures whole, List<QueueFigures> parts)
    {
        foreach (var name in Enum.GetValues<FigureName>().Where(name => name <= FigureName.Handled || name == FigureName.Unreached))
        {
            Assert.Equal(whole.Value(name), parts.Sum(part => part.Value(name)));
        }

        var waits = parts.Sum(part => (part.AverageSpeedOfAnswer ?? TimeSpan.Zero) * part.Answered.Count / TimeSpan.FromSeconds(1));
        Assert.Equal((whole.Value(FigureName.AverageSpeedOfAnswer) ?? 0) * whole.Answered.Count, waits, 1e-3);
    }

    private static LineReport Lines(List<LineSpan> spans) => new(["1", "2"], spans, Fortnight.To);

    private static AgentTime Sum(IEnumerable<AgentTime> times) => times.Aggregate(AgentTime.None, (one, other) => one.Plus(other));

    private static Interval Clipped(Interval interval) => new(
        interval.From > Fortnight.From ? interval.From : Fortnight.From, interval.To < Fortnight.To ? interval.To : Fortnight.To);
}
