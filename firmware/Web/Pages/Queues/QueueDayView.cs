using Switchhook.Acd.Figures;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Queues;

/// <summary>The figures of a queue on a day.</summary>
/// <param name="Day">The day, where the site is.</param>
/// <param name="Today">The day that it is now.</param>
/// <param name="Report">The figures, by hours too.</param>
/// <param name="Words">Names and times.</param>
public sealed record QueueDayView(DateOnly Day, DateOnly Today, ReportItem Report, SiteWords Words)
{
    /// <summary>What its callers answered to surveys on that day; empty when none was asked.</summary>
    public IReadOnlyList<SurveyItem> Surveys { get; init; } = [];

    /// <summary>The figures that are shown for each hour.</summary>
    public static IReadOnlyList<FigureName> Hourly { get; } =
    [
        FigureName.Offered, FigureName.Answered, FigureName.Abandoned, FigureName.ServiceLevel, FigureName.AverageSpeedOfAnswer,
        FigureName.LongestWait,
    ];

    /// <summary>The hours in which something came.</summary>
    public IEnumerable<ReportInterval> Hours => Report.Intervals.Where(hour => hour.Values[CsvFile.NameOf(FigureName.Offered)] > 0);

    /// <summary>Its label and number in an hour.</summary>
    public string Value(ReportInterval hour, FigureName name) =>
        FigureWords.Of(hour.Values[CsvFile.NameOf(name)], Report.Figures.Single(figure => figure.Name == name).Unit);

    /// <summary>Its name for people.</summary>
    public string Label(FigureName name) => Say.Told(Report.Figures.Single(figure => figure.Name == name).Label);

    /// <summary>Page with the visits behind a figure.</summary>
    public string Behind(FigureName name) => $"/queues/{Report.Name}/visits?figure={CsvFile.NameOf(name)}&day={QueuePages.Text(Day)}";

    /// <summary>Page of another day.</summary>
    public string Other(int days) => $"/queues/{Report.Name}?day={QueuePages.Text(Day.AddDays(days))}";
}
