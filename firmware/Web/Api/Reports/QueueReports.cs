using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports of queues, and the visits behind each figure.</summary>
internal static class QueueReports
{
    private const int MostBehind = 10_000;

    /// <summary>
    /// The figures of queues in a period, each with its formula, counted with the service level and the short abandon that the site file
    /// gives for the queue. As CSV with <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="from">Begin of the period; the begin of the day when left out.</param>
    /// <param name="to">End of the period, at most 366 days later; now when left out.</param>
    /// <param name="by">Splits it by <c>quarter-hour</c>, <c>hour</c>, <c>day</c>, <c>week</c> or <c>hour-of-week</c>.</param>
    /// <param name="queue">One queue only.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult Read(
        string? from,
        string? to,
        string? by,
        string? queue,
        string? format,
        HttpContext context,
        WebBackend backend,
        Stores stores,
        Visitor visitor)
    {
        var input = new ReportInput(from, to, by, format, context.Request, backend);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var visits = Visits(input, stores);
        var names = NamesOf(visits, input, backend);
        if (queue is not null && !names.Contains(queue))
        {
            return NoSuchQueue();
        }

        IReadOnlyList<string> shown = queue is null ? [.. names.Where(visitor.Sees)] : [queue];
        if (Intervals.AreTooMany(input, shown.Count))
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var report = new ReportModel(
            input.Period.From, input.Period.To, input.AsOf, input.By, [.. shown.Select(name => Item(name, visits, input, backend))]);
        return input.IsCsv ? CsvFile.Of(report, "queues") : Results.Ok(report);
    }

    /// <summary>The visits that a figure of a queue counts: of a share those above the line, of a time those it is of.</summary>
    /// <param name="figure">Name of the figure, such as <c>abandoned</c>.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="from">Begin of the period; the begin of the day when left out.</param>
    /// <param name="to">End of the period, at most 366 days later; now when left out.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    internal static IResult Behind(
        string? figure, string? queue, string? from, string? to, string? format, HttpContext context, WebBackend backend, Stores stores)
    {
        var input = new ReportInput(from, to, null, format, context.Request, backend);
        var name = ShownFigures.OfQueues.Cast<FigureName?>().FirstOrDefault(one => CsvFile.NameOf(one!.Value) == figure);
        if (name is null)
        {
            input.Add("figure", "There is no figure of that name.", "GET /api/v1/reports/queues tells the figures with their names.");
        }

        if (queue is null)
        {
            input.Add("queue", "A figure is of one queue.", "Say of which queue; GET /api/v1/queues lists the queues.");
        }

        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var visits = Visits(input, stores);
        if (!NamesOf(visits, input, backend).Contains(queue!))
        {
            return NoSuchQueue();
        }

        var report = Report(queue!, visits, input, backend);
        var models = Models(report, name!.Value, backend);
        if (models.Count > MostBehind)
        {
            return ApiProblem.Wrong(new ApiMistake(
                "from", $"{models.Count} visits are too many for one list.", $"Ask for less time: a list has at most {MostBehind}."));
        }

        return input.IsCsv ? CsvFile.Of(models, "visits") : Results.Ok(new ListModel<VisitModel>(models));
    }

    // What callers did the day before, and in the days after, belongs to figures such as repeat callers and first-contact resolution.
    private static IReadOnlyList<Visit> Visits(ReportInput input, Stores stores) => stores.Facts.Visits(
        new Interval(input.Period.From.AddDays(-1), input.Period.To.AddDays(new FigureRules().FirstContactDays)));

    private static SortedSet<string> NamesOf(IReadOnlyList<Visit> visits, ReportInput input, WebBackend backend) => new(
        visits.Where(visit => input.Period.Contains(visit.EnteredAt)).Select(visit => visit.Queue).Concat(backend.Site.Model.Queues.Keys),
        StringComparer.Ordinal);

    private static QueueReport Report(string queue, IReadOnlyList<Visit> visits, ReportInput input, WebBackend backend) =>
        new(visits, input.Period, RulesOf(queue, backend), input.AsOf, queue);

    private static FigureRules RulesOf(string queue, WebBackend backend) =>
        ShownFigures.RulesOf(backend.Site.Model.Queues.GetValueOrDefault(queue));

    /// <summary>The figures of one queue in the period that was asked for.</summary>
    internal static ReportItem Item(string queue, ReportInput input, WebBackend backend, Stores stores) =>
        Item(queue, Visits(input, stores), input, backend);

    /// <summary>The visits that a figure of a queue counts.</summary>
    internal static IReadOnlyList<VisitModel> VisitsBehind(
        FigureName figure, string queue, ReportInput input, WebBackend backend, Stores stores) =>
        Models(Report(queue, Visits(input, stores), input, backend), figure, backend);

    private static IReadOnlyList<VisitModel> Models(QueueReport report, FigureName figure, WebBackend backend)
    {
        var followUps = new FollowUps(report, backend);
        return [.. report.Whole.Behind(figure).Select(visit => VisitModel.Of(visit) with { FollowUp = followUps.Of(visit) })];
    }

    private static ReportItem Item(string queue, IReadOnlyList<Visit> visits, ReportInput input, WebBackend backend)
    {
        var report = Report(queue, visits, input, backend);
        var names = ShownFigures.OfQueues;
        IReadOnlyList<ReportInterval> intervals = Intervals.LengthOf(input.By) is { } length
            ? [.. report.ByInterval(input.Calendar, length).Select(slot => Intervals.Of(slot.Interval, names, slot.Figures.Value))]
            : input.By is ReportSplit.HourOfWeek
                ? Intervals.Of(report.ByHourOfWeek(input.Calendar), names, (figures, name) => figures.Value(name))
                : [];
        return new ReportItem(queue, FigureModel.Of(names, RulesOf(queue, backend), report.Whole.Value), intervals);
    }

    private static IResult NoSuchQueue() => ApiProblem.Wrong(
        new ApiMistake("queue", "There is no queue of that name, and was none then.", "GET /api/v1/queues lists the queues."));
}
