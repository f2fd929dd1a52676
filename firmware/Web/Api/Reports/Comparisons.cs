using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports beside the period before.</summary>
internal static class Comparisons
{
    /// <summary>
    /// The figures of one queue, agent or line in a day, week, month or free period beside the period before, each with its formula. As CSV
    /// with <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="of"><c>queue</c>, <c>agent</c>, <c>line</c>, or <c>lines</c> for all lines together.</param>
    /// <param name="name">Which one; not for <c>lines</c>.</param>
    /// <param name="period"><c>day</c>, <c>week</c>, <c>month</c> or <c>free</c>; a day when left out.</param>
    /// <param name="day">A day of the period, of a free one its first; today when left out.</param>
    /// <param name="to">The last day of a free period.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    internal static IResult Read(
        string? of,
        string? name,
        string? period,
        string? day,
        string? to,
        string? format,
        HttpContext context,
        WebBackend backend,
        Stores stores)
    {
        if (CsvFile.IsWanted(format, context.Request) is not { } isCsv)
        {
            return ApiProblem.Wrong(CsvFile.Unknown);
        }

        var time = PeriodOf(period, day, to, backend);
        if (time.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(time.Mistakes);
        }

        return Make(of, name, time, context.Request, backend, stores) is not { } report
            ? ApiProblem.Wrong(new ApiMistake(
                "name", "There is nothing of that name.", "Send queue, agent, line or lines as of, and its name."))
            : isCsv ? CsvFile.File(CsvOf(report), "comparison") : Results.Ok(report);
    }

    /// <summary>The period that was asked for.</summary>
    internal static ReportPeriod PeriodOf(string? period, string? day, string? to, WebBackend backend) =>
        new(period, day, to, new SiteCalendar(backend.Site.Model.TimeZone), backend.Time.GetUtcNow());

    /// <summary>The report; null when there is nothing of that name.</summary>
    /// <param name="of">What it is of.</param>
    /// <param name="name">Which one.</param>
    /// <param name="period">A period without mistakes.</param>
    /// <param name="request">The request; null for none.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    internal static ComparisonModel? Make(
        string? of, string? name, ReportPeriod period, HttpRequest? request, WebBackend backend, Stores stores)
    {
        var site = backend.Site.Model;
        Func<ReportInput, ReportItem>? item = (of, name) switch
        {
            ("queue", { } queue) when site.Queues.ContainsKey(queue) => input => QueueReports.Item(queue, input, backend, stores),
            ("agent", { } agent) when site.Agents.ContainsKey(agent) => input => AgentReports.ItemOf(agent, input, stores),
            ("line", { } line) when site.Lines.ContainsKey(line) => input => LineReports.ItemOf(line, input, backend, stores),
            ("lines", null or "") => input => LineReports.ItemOf(null, input, backend, stores),
            _ => null,
        };
        if (item is null)
        {
            return null;
        }

        var now = item(Input(period.Now, period.By, request, backend));
        var before = item(Input(period.Before, null, request, backend));
        return new ComparisonModel(
            of!,
            now.Name,
            period.Now.From,
            period.Now.To,
            period.Before.From,
            period.Before.To,
            [.. now.Figures.Zip(before.Figures, ComparedModel.Of)],
            now.Intervals);
    }

    /// <summary>What a report of the API is asked for by, for a period.</summary>
    internal static ReportInput Input(Interval period, string? by, HttpRequest? request, WebBackend backend) =>
        new(Moment(period.From), Moment(period.To), by, "json", request, backend);

    private static string Moment(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The report as a table.</summary>
    internal static StringBuilder CsvOf(ComparisonModel report)
    {
        var text = new StringBuilder();
        CsvFile.Row(
            text,
            "of",
            "name",
            "from",
            "to",
            "beforeFrom",
            "beforeTo",
            "figure",
            "label",
            "value",
            "before",
            "change",
            "verdict",
            "unit",
            "formula");
        foreach (var (figure, before, change, verdict) in report.Figures)
        {
            CsvFile.Row(
                text,
                report.Of,
                report.Name,
                CsvFile.Time(report.From),
                CsvFile.Time(report.To),
                CsvFile.Time(report.BeforeFrom),
                CsvFile.Time(report.BeforeTo),
                CsvFile.NameOf(figure.Name),
                figure.Label,
                Number(figure.Value),
                Number(before),
                Number(change),
                CsvFile.NameOf(verdict),
                CsvFile.NameOf(figure.Unit),
                figure.Formula);
        }

        return text;
    }

    private static string? Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);
}
