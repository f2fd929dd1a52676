using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Queues;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Reports;

/// <summary>Reports beside the period before, and the visits behind their figures.</summary>
internal static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/reports").ExcludeFromDescription().For(Ability.Reports);
        pages.MapGet("/", Show);
        pages.MapGet("/visits", Visits);
    }

    private static IResult Show(
        string? of,
        string? name,
        string? period,
        string? day,
        string? to,
        string? figure,
        HttpContext context,
        WebBackend backend,
        Stores stores)
    {
        var site = backend.Site.Model;
        var time = Comparisons.PeriodOf(period, day, to, backend);

        // The form has what and which in one field.
        if (of?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            (of, name) = (of[..colon], of[(colon + 1)..]);
        }

        of = string.IsNullOrEmpty(of) ? site.Queues.IsEmpty ? "lines" : "queue" : of;
        name = string.IsNullOrEmpty(name) && of == "queue" ? site.Queues.Keys.FirstOrDefault() : name;
        var ask = new ReportAsk(of, name, time.Length, ReportPeriod.Text(time.Day), ReportPeriod.Text(time.Last), figure);
        var isRight = time.Mistakes.Count == 0;
        var report = isRight ? Comparisons.Make(of, name, time, context.Request, backend, stores) : null;
        IReadOnlyList<string> troubles = report is not null ? []
            : isRight ? ["There is nothing of that name. Choose one of the list."]
            : [.. time.Mistakes.Select(mistake => $"{mistake.Place}: {mistake.Problem} {mistake.Cure}")];
        return Fragment.Of<ReportPage>(
            new ReportView(ask, report, isRight ? When(time) : "", time.GoesOn, troubles, site, Words(backend)),
            report is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static IResult Visits(
        string? name, string? period, string? day, string? to, string? figure, HttpContext context, WebBackend backend, Stores stores)
    {
        var time = Comparisons.PeriodOf(period, day, to, backend);
        if (time.Mistakes.Count > 0 || name is null || !backend.Site.Model.Queues.ContainsKey(name)
            || ShownFigures.OfQueues.Cast<FigureName?>().FirstOrDefault(one => CsvFile.NameOf(one!.Value) == figure) is not { } shown)
        {
            return Fragment.Of<ErrorPage>(
                new ErrorWords("There is nothing of that.", "The queue, the period or the figure is not known."),
                StatusCodes.Status404NotFound);
        }

        var input = Comparisons.Input(time.Now, null, context.Request, backend);
        var visits = QueueReports.VisitsBehind(shown, name, input, backend, stores);
        var model = QueueReports.Item(name, input, backend, stores).Figures.Single(one => one.Name == shown);
        var back = QueryString.Create(
        [
            new KeyValuePair<string, string?>("of", "queue"), new("name", name), new("period", time.Length),
            new("day", ReportPeriod.Text(time.Day)), new("to", ReportPeriod.Text(time.Last)),
        ]);
        return Fragment.Of<VisitsPage>(new VisitsView(
            name, time.FirstDay, model, [.. visits.Take(QueuePages.MaxVisits)], visits.Count, backend.Site.Model, Words(backend))
        {
            Back = $"/reports{back}",
            Days = When(time),
        });
    }

    private static string When(ReportPeriod time) => time.FirstDay == time.LastDay
        ? SiteWords.Day(time.FirstDay)
        : $"{SiteWords.Day(time.FirstDay)} – {SiteWords.Day(time.LastDay)}";

    private static SiteWords Words(WebBackend backend) => new(backend.Site.Model, backend.Time.GetUtcNow());
}
