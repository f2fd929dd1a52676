using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.ReportMails;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.ReportMails;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.ReportMails;

/// <summary>The reports that are sent as mail: make, change, send now, pause, remove.</summary>
internal static class ReportMailPages
{
    private const string Place = "/reports/mails";

    public static void MapReportMailPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Place).ExcludeFromDescription().For(Ability.MailReports);
        pages.MapGet("/", (WebBackend backend, Stores stores) => Show(View(backend, stores)));
        pages.MapPost("/", CreateAsync).AsForm();
        pages.MapPost("/{id}", ChangeAsync).AsForm();
        pages.MapPost("/{id}/{action:regex(^(send|pause|resume|remove)$)}", Do).AsForm();
    }

    private static async Task<IResult> CreateAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var typed = Read(await context.Request.ReadFormAsync(context.RequestAborted), backend);
        var wanted = typed.Input.Wanted;
        AuditNote.Names(context, wanted.Name);
        if (typed.Troubles.Count > 0)
        {
            return Wrong(typed, wanted, backend, stores);
        }

        AuditNote.Changed(context, null, ReportMailsApi.Words(wanted));
        return Answer(stores.ReportMails.Create(wanted with { MadeBy = Access.NameOf(context.User) }) is not null, backend, stores, wanted);
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, WebBackend backend, Stores stores)
    {
        // The form does not ask for the server; what a program has chosen stays.
        var before = stores.ReportMails.Find(id);
        var typed = Read(await context.Request.ReadFormAsync(context.RequestAborted), backend, before);
        var wanted = typed.Input.Wanted with { Id = id, Alert = before?.Alert };
        if (typed.Troubles.Count > 0)
        {
            return Wrong(typed, wanted, backend, stores);
        }

        AuditNote.Changed(context, before is null ? null : ReportMailsApi.Words(before), ReportMailsApi.Words(wanted));
        return Answer(stores.ReportMails.Change(wanted), backend, stores, wanted);
    }

    private static IResult Do(string id, string action, WebBackend backend, Stores stores) => Answer(
        action switch
        {
            "send" => stores.ReportMails.SendNow(id),
            "pause" => stores.ReportMails.SetPaused(id, true),
            "resume" => stores.ReportMails.SetPaused(id, false),
            _ => stores.ReportMails.Remove(id),
        },
        backend,
        stores);

    private static IResult Wrong(Typed typed, ReportSchedule wanted, WebBackend backend, Stores stores) => Show(
        View(backend, stores) with { Troubles = typed.Troubles, Typed = wanted, HasTime = typed.HasTime },
        StatusCodes.Status400BadRequest);

    private static IResult Answer(bool done, WebBackend backend, Stores stores, ReportSchedule? typed = null) => done
        ? SeeOther.Result(Place)
        : Show(
            View(backend, stores) with
            {
                Troubles = ["It was not kept: it is gone, there are too many, or the disk is full."],
                Typed = typed ?? ReportMailsView.Empty,
            },
            StatusCodes.Status409Conflict);

    private static IResult Show(ReportMailsView view, int status = StatusCodes.Status200OK) => Fragment.Of<ReportMailsPage>(view, status);

    private static ReportMailsView View(WebBackend backend, Stores stores) => new(
        [.. stores.ReportMails.List().Select(one => ReportMailsApi.ModelOf(one, backend))],
        new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()),
        backend.Mail is not null && ReportMailMaker.ServerOf(backend.Site.Model, null) is not null);

    // The form has what and which in one field, and the days of weeks and months too: "weekly:1".
    private static Typed Read(IFormCollection form, WebBackend backend, ReportSchedule? before = null)
    {
        var (of, name) = Parts(form.Field("of"));
        var (rhythm, day) = Parts(form.Field("every"));
        var isRhythm = Enum.TryParse<ReportRhythm>(rhythm, ignoreCase: true, out var every) && Enum.IsDefined(every);
        var isTime = TimeOnly.TryParseExact(form.Field("at"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        var wish = new ReportMailWish(
            form.Field("name"),
            of,
            every,
            at,
            form.Field("receivers").Split(['\r', '\n', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries),
            name.Length == 0 ? null : name,
            !isRhythm ? -1
                : every == ReportRhythm.Daily ? null
                : int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : -1);
        var input = new ReportMailInput(wish, backend.Site.Model, before);
        IReadOnlyList<string> troubles =
        [
            .. isTime ? [] : new[] { "There is no such time. Choose one from 00:00 to 23:59." },
            .. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}"),
        ];
        return new Typed(input, isTime, troubles);
    }

    private static (string Before, string After) Parts(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (text, "");

    // What a form says, and what is wrong with it.
    private sealed record Typed(ReportMailInput Input, bool HasTime, IReadOnlyList<string> Troubles);
}
