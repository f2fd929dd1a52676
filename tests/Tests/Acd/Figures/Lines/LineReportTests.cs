using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Lines;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Figures.Lines;

/// <summary>How full lines are.</summary>
public sealed class LineReportTests
{
    [Fact]
    public void Blocking_is_the_time_in_which_every_line_is_busy()
    {
        var report = Report(Busy("1", 0, 1800), Busy("2", 900, 2700), Busy("2", 1000, 2000), Busy("3", 0, 3600));
        var hour = Assert.Single(report.Of([new Interval(At(0), At(3600))]));

        Assert.Equal((900 / 3600.0, 1), (hour.Value(FigureName.LineBlocking), hour.Value(FigureName.CarriedTraffic)));
        Assert.Equal(["1 00:30:00", "2 00:30:00"], report.BusyByLine(Fortnight).Select(line => $"{line.Key} {line.Value}"));
        Assert.Null(hour.Value(FigureName.Occupancy));
    }

    [Fact]
    public void What_is_to_come_does_not_thin_the_hour()
    {
        var report = new LineReport(["1"], [Busy("1", 0, null)], At(900));

        Assert.Equal(new LineFigures(1, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15)), Assert.Single(
            report.Of([new Interval(At(0), At(3600))])));
        Assert.Null(report.Of([new Interval(At(900), At(3600))])[0].Blocking);
        Assert.Null(new LineReport([], [], At(900)).Of([new Interval(At(0), At(900))])[0].Blocking);
    }

    [Fact]
    public void Hours_of_the_week_add_up_over_the_weeks()
    {
        var hours = Report(Busy("1", 0, 1800), Busy("2", 167 * 3600, 168 * 3600)).ByHourOfWeek(new SiteCalendar(Berlin), Fortnight);

        Assert.Equal(0.5, hours[new HourOfWeek(DayOfWeek.Monday, 8)].Erlangs);
        Assert.Equal(TimeSpan.FromHours(3), hours[new HourOfWeek(DayOfWeek.Monday, 8)].Time);
        Assert.Equal(TimeSpan.FromHours(1), hours[new HourOfWeek(DayOfWeek.Sunday, 2)].Time);
    }

    private static LineReport Report(params LineSpan[] spans) => new(["1", "2"], spans, Fortnight.To);

    private static LineSpan Busy(string line, double from, double? to) => new(line, At(from), to is { } end ? At(end) : null);
}
