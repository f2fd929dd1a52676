using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Lines;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports of lines.</summary>
internal static class LineReports
{
    private static readonly FigureRules Rules = new();

    /// <summary>
    /// How full the lines to the exchange were in a period, together and each alone; trunks have no number of lines and are not counted. As
    /// CSV with <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="from">Begin of the period; the begin of the day when left out.</param>
    /// <param name="to">End of the period, at most 366 days later; now when left out.</param>
    /// <param name="by">Splits it by <c>quarter-hour</c>, <c>hour</c>, <c>day</c>, <c>week</c> or <c>hour-of-week</c>.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    internal static IResult Read(
        string? from, string? to, string? by, string? format, HttpContext context, WebBackend backend, Stores stores)
    {
        var input = new ReportInput(from, to, by, format, context.Request, backend);
        IReadOnlyList<string> lines = [.. backend.Site.Model.Lines.Keys];
        if (input.Mistakes.Count > 0 || Intervals.AreTooMany(input, lines.Count + 1))
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var spans = stores.Facts.Lines(input.Period);
        var report = new ReportModel(
            input.Period.From,
            input.Period.To,
            input.AsOf,
            input.By,
            [Item(null, lines, spans, input), .. lines.Select(line => Item(line, [line], spans, input))]);
        return input.IsCsv ? CsvFile.Of(report, "lines") : Results.Ok(report);
    }

    /// <summary>How full a line was, or with null all lines together.</summary>
    internal static ReportItem ItemOf(string? line, ReportInput input, WebBackend backend, Stores stores) => Item(
        line, line is null ? [.. backend.Site.Model.Lines.Keys] : [line], stores.Facts.Lines(input.Period), input);

    private static ReportItem Item(string? name, IReadOnlyList<string> lines, IReadOnlyList<LineSpan> spans, ReportInput input)
    {
        var (report, names) = (new LineReport(lines, spans, input.AsOf), ShownFigures.OfLines);
        var intervals = Intervals.Inside(input);
        IReadOnlyList<ReportInterval> split = input.By is ReportSplit.HourOfWeek
            ? Intervals.Of(report.ByHourOfWeek(input.Calendar, input.Period), names, (figures, figure) => figures.Value(figure))
            : [.. report.Of(intervals).Zip(intervals).Select(pair => Intervals.Of(pair.Second, names, pair.First.Value))];
        return new ReportItem(name, FigureModel.Of(names, Rules, report.Of([input.Period])[0].Value), split);
    }
}
