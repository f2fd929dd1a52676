using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Queues;

/// <summary>The queues as they are, the figures of each day, and the visits behind each figure.</summary>
internal static class QueuePages
{
    /// <summary>Most visits on a page.</summary>
    public const int MaxVisits = 500;

    private const string DayFormat = "yyyy-MM-dd";

    public static void MapQueuePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/queues", async (WebBackend backend, Stores stores, Visitor visitor) =>
            Fragment.Of<QueuesPage>(await ViewAsync(backend, stores, visitor))).For(Ability.Queues, Reach.Seen);
        pages.MapGet("/live/queues", async (WebBackend backend, Stores stores, Visitor visitor) =>
            Fragment.Of<QueuesBoard>(await ViewAsync(backend, stores, visitor))).For(Ability.Queues, Reach.Seen);
        pages.MapGet("/queues/{name}", Day).For(Ability.Queues, Reach.Queue);
        pages.MapGet("/queues/{name}/visits", Visits).For(Ability.Queues, Reach.Queue);
        pages.MapPost("/calls/{id}/queue", MoveAsync).AsForm().For(Ability.RunQueues, Reach.Call);
        pages.MapPost("/calls/{id}/call-back", CallBackAsync).AsForm().For(Ability.RunQueues, Reach.Call);
    }

    /// <summary>A day as addresses have it.</summary>
    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static async Task<QueuesView> ViewAsync(WebBackend backend, Stores stores, Visitor visitor)
    {
        var queues = QueuesApi.Models(backend, stores, visitor).ToList();
        for (var i = 0; i < queues.Count; i++)
        {
            queues[i] = queues[i] with { Callers = await QueuesApi.CallersAsync(queues[i].Name, backend, stores) };
        }

        return new QueuesView(queues, AgentsApi.Models(backend, stores, visitor), backend.Site.Model, Words(backend))
        {
            Movable = [.. backend.Site.Model.Queues.Keys.Where(visitor.Sees)],
        };
    }

    private static async Task<IResult> MoveAsync(string id, HttpContext context, WebBackend backend, Stores stores, Visitor visitor)
    {
        var queue = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("queue");
        var trouble = backend.Site.Model.Queues.ContainsKey(queue) && visitor.Sees(queue)
            ? await QueuesApi.MoveToAsync(id, queue, context, backend)
            : "There is no such queue any more.";
        return await AnswerAsync(trouble, backend, stores, visitor);
    }

    private static async Task<IResult> CallBackAsync(
        string id, HttpContext context, WebBackend backend, Stores stores, Visitor visitor)
    {
        var trouble = stores.Calls.Find(new CallId(id)) is { } call
            ? await QueuesApi.OweCallAsync(call, context, backend, stores)
            : "There is no such call any more.";
        return await AnswerAsync(trouble, backend, stores, visitor);
    }

    private static async Task<IResult> AnswerAsync(string? trouble, WebBackend backend, Stores stores, Visitor visitor) => trouble is null
        ? SeeOther.Result("/queues")
        : Fragment.Of<QueuesPage>(await ViewAsync(backend, stores, visitor) with { Troubles = [trouble] }, StatusCodes.Status409Conflict);

    private static IResult Day(string name, string? day, HttpContext context, WebBackend backend, Stores stores)
    {
        if (Asked(name, day, context, backend) is not { } asked)
        {
            return NothingThere();
        }

        var report = QueueReports.Item(name, asked.Input, backend, stores);
        return Fragment.Of<QueueDayPage>(new QueueDayView(asked.Day, asked.Today, report, Words(backend))
        {
            Surveys = SurveyReports.OfQueue(name, asked.Input.Period, backend, stores),
        });
    }

    private static IResult Visits(string name, string? day, string? figure, HttpContext context, WebBackend backend, Stores stores)
    {
        if (Asked(name, day, context, backend) is not { } asked
            || ShownFigures.OfQueues.Cast<FigureName?>().FirstOrDefault(one => CsvFile.NameOf(one!.Value) == figure) is not { } shown)
        {
            return NothingThere();
        }

        var visits = QueueReports.VisitsBehind(shown, name, asked.Input, backend, stores);
        var model = QueueReports.Item(name, asked.Input, backend, stores).Figures.Single(one => one.Name == shown);
        return Fragment.Of<VisitsPage>(new VisitsView(
            name, asked.Day, model, [.. visits.Take(MaxVisits)], visits.Count, backend.Site.Model, Words(backend)));
    }

    // Null when there is no such queue, or no such day.
    private static (DateOnly Day, DateOnly Today, ReportInput Input)? Asked(
        string queue, string? text, HttpContext context, WebBackend backend)
    {
        var calendar = new SiteCalendar(backend.Site.Model.TimeZone);
        var today = calendar.DayOf(backend.Time.GetUtcNow());
        var day = today;
        if (!backend.Site.Model.Queues.ContainsKey(queue)
            || (text is not null && !DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            || day > today)
        {
            return null;
        }

        var input = new ReportInput(
            Moment(calendar.StartOf(day)), Moment(calendar.StartOf(day.AddDays(1))), "hour", "json", context.Request, backend);
        return input.Mistakes.Count > 0 ? null : (day, today, input);
    }

    private static string Moment(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static SiteWords Words(WebBackend backend) => new(backend.Site.Model, backend.Time.GetUtcNow());

    private static IResult NothingThere() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is nothing of that.", "The queue, the day or the figure is not known. The page Queues leads to all of them."),
        StatusCodes.Status404NotFound);
}
