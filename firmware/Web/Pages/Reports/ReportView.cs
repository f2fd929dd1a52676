using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Figures;
using Switchhook.Site;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Reports;

/// <summary>A report beside the period before.</summary>
/// <param name="Ask">What was asked for.</param>
/// <param name="Report">The report; null when something is wrong.</param>
/// <param name="When">The days that it is of, for people.</param>
/// <param name="GoesOn">True when the period is not over.</param>
/// <param name="Troubles">What is wrong.</param>
/// <param name="Site">The site in force.</param>
/// <param name="Words">Names and times.</param>
public sealed record ReportView(
    ReportAsk Ask,
    ComparisonModel? Report,
    string When,
    bool GoesOn,
    IReadOnlyList<string> Troubles,
    SiteModel Site,
    SiteWords Words)
{
    /// <summary>Width of a bar of the chart with its gap.</summary>
    public const int Step = 20;

    /// <summary>Height of the chart.</summary>
    public const int High = 120;

    /// <summary>The figures that are known by interval.</summary>
    public IEnumerable<FigureModel> Charted => Report is { Intervals: [var first, ..] }
        ? Report.Figures.Select(one => one.Figure).Where(figure => first.Values.ContainsKey(CsvFile.NameOf(figure.Name)))
        : [];

    /// <summary>The figure of the chart; null when there is none.</summary>
    public FigureModel? Shown => Charted.FirstOrDefault(figure => CsvFile.NameOf(figure.Name) == Ask.Figure) ?? Charted.FirstOrDefault();

    /// <summary>The intervals with their number of the chart's figure.</summary>
    public IReadOnlyList<(ReportInterval Interval, double? Value)> Bars => Shown is { } shown
        ? [.. Report!.Intervals.Select(interval => (interval, interval.Values[CsvFile.NameOf(shown.Name)]))]
        : [];

    /// <summary>The same report as CSV.</summary>
    public string Csv => "/api/v1/reports/comparison" + Query(("format", "csv"));

    /// <summary>The same report with another figure in its chart.</summary>
    public string WithFigure(FigureName name) => "/reports" + Query(("figure", CsvFile.NameOf(name)));

    /// <summary>What is behind a figure: visits of a queue; null where there is no list.</summary>
    public string? Behind(FigureName name) => Ask.Of == "queue" ? "/reports/visits" + Query(("figure", CsvFile.NameOf(name))) : null;

    /// <summary>The recorded calls of the same agent, queue or line in the same days.</summary>
    public string Recordings => "/recordings" + QueryString.Create(
    [
        new KeyValuePair<string, string?>(Ask.Of is "lines" or "line" ? "line" : Ask.Of, Ask.Name),
        new("from", Local(Report!.From)), new("to", Local(Report.To.AddTicks(-1))),
    ]);

    /// <summary>How a change is written: "+3", "−12 %"; a dash where there is none to tell.</summary>
    public static string Change(ComparedModel figure) => figure.Change switch
    {
        null => Numbers.None,
        { } change => (change < 0 ? "−" : change > 0 ? "+" : "±") + FigureWords.Of(Math.Abs(change), figure.Figure.Unit),
    };

    /// <summary>Height of a bar.</summary>
    public string Height(double? value)
    {
        var most = Bars.Max(bar => bar.Value ?? 0);
        return (most > 0 ? (value ?? 0) / most * (High - 4) : 0).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>Name of an interval: its hour, or its day.</summary>
    public string NameOf(ReportInterval interval) => interval.From is not { } from ? ""
        : interval.To - from <= TimeSpan.FromHours(1) ? Words.DayAndTime(from) : Words.Day(from);

    private string Local(DateTimeOffset at) =>
        ReportPeriod.Text(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Site.TimeZone).DateTime));

    private string Query(params (string Name, string Value)[] more) => QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("of", Ask.Of), ("name", Ask.Name), ("period", Ask.Period), ("day", Ask.Day), ("to", Ask.Period == "free" ? Ask.To : null),
        }
        .Concat(more.Select(one => (one.Name, Value: (string?)one.Value)))
        .Where(one => !string.IsNullOrEmpty(one.Value))
        .Select(one => KeyValuePair.Create(one.Name, one.Value))).ToString();
}
