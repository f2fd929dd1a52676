using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Webhooks;
using Switchhook.Web.Api.Webhooks;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;
using Switchhook.Web.Webhooks;

namespace Switchhook.Web.Pages.Webhooks;

/// <summary>The webhooks: make, change, test, pause, remove, and what each was sent.</summary>
internal static class WebhookPages
{
    private const int MostShown = 50;

    public static void MapWebhookPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/webhooks").ExcludeFromDescription().For(Ability.Webhooks);
        pages.MapGet("/", (WebBackend backend, Stores stores) => Show(View(backend, stores)));
        pages.MapPost("/", CreateAsync).AsForm();
        pages.MapGet("/{id}", (string id, WebBackend backend, Stores stores) => One(id, backend, stores));
        pages.MapPost("/{id}", ChangeAsync).AsForm();
        pages.MapPost("/{id}/{action:regex(^(pause|resume|ping|remove)$)}", Do).AsForm();
        pages.MapPost("/{id}/secret", Renew).AsForm();
        pages.MapPost("/{id}/deliveries/{number}/resend", (string id, string number, WebBackend backend, Stores stores) =>
            Answer(WebhooksApi.SendAgain(stores.Webhooks!, id, number), id, backend, stores)).AsForm();
    }

    private static async Task<IResult> CreateAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var input = Read(await context.Request.ReadFormAsync(context.RequestAborted), backend);
        AuditNote.Names(context, input.Wanted.Name);
        if (Troubles(input) is { Count: > 0 } troubles)
        {
            return Show(
                View(backend, stores) with { Troubles = troubles, Typed = input.Wanted }, StatusCodes.Status400BadRequest);
        }

        AuditNote.Changed(context, null, WebhooksApi.Words(input.Wanted));
        var (outcome, hook, secret) = stores.Webhooks!.Create(input.Wanted with { MadeBy = Access.NameOf(context.User) });
        return hook is null
            ? Show(View(backend, stores) with { Troubles = [WebhooksApi.WordsOf(outcome)] }, StatusCodes.Status409Conflict)
            : Show(View(backend, stores) with { Made = WebhooksApi.Told(hook, secret!) });
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, WebBackend backend, Stores stores)
    {
        var input = Read(await context.Request.ReadFormAsync(context.RequestAborted), backend);
        if (Troubles(input) is { Count: > 0 } troubles)
        {
            return One(id, backend, stores, troubles, StatusCodes.Status400BadRequest);
        }

        AuditNote.Changed(
            context, stores.Webhooks!.Find(id) is { } before ? WebhooksApi.Words(before) : null, WebhooksApi.Words(input.Wanted));
        return Answer(stores.Webhooks.Change(input.Wanted with { Id = id }), id, backend, stores);
    }

    private static IResult Do(string id, string action, WebBackend backend, Stores stores, WebhookEvents events)
    {
        var hooks = stores.Webhooks!;
        var outcome = action switch
        {
            "pause" => hooks.SetPaused(id, true),
            "resume" => hooks.SetPaused(id, false),
            "ping" => hooks.Send(events.Ping(id)),
            _ => hooks.Remove(id),
        };
        return outcome == WebhookOutcome.Done && action == "remove"
            ? SeeOther.Result("/webhooks")
            : Answer(outcome, id, backend, stores);
    }

    private static IResult Renew(string id, WebBackend backend, Stores stores)
    {
        var (outcome, secret) = stores.Webhooks!.RenewSecret(id);
        return secret is not null && View(id, backend, stores) is { Shown: { } hook } view
            ? Show(view with { Made = WebhooksApi.Told(hook, secret) })
            : One(id, backend, stores, [WebhooksApi.WordsOf(outcome)], StatusCodes.Status409Conflict);
    }

    private static IResult Answer(WebhookOutcome outcome, string id, WebBackend backend, Stores stores) =>
        outcome == WebhookOutcome.Done
            ? SeeOther.Result(string.Create(CultureInfo.InvariantCulture, $"/webhooks/{Uri.EscapeDataString(id)}"))
            : One(id, backend, stores, [WebhooksApi.WordsOf(outcome)], StatusCodes.Status409Conflict);

    private static IResult One(
        string id,
        WebBackend backend,
        Stores stores,
        IReadOnlyList<string>? troubles = null,
        int status = StatusCodes.Status200OK) =>
        View(id, backend, stores) is { } view
            ? Show(view with { Troubles = troubles ?? [] }, status)
            : Fragment.Of<ErrorPage>(
                new ErrorWords("There is no such webhook.", "It may have been removed."), StatusCodes.Status404NotFound);

    private static IResult Show(WebhooksView view, int status = StatusCodes.Status200OK) => view.Shown is null
        ? Fragment.Of<WebhooksPage>(view, status)
        : Fragment.Of<WebhookPage>(view, status);

    private static WebhooksView View(WebBackend backend, Stores stores) =>
        new(stores.Webhooks!.List(), new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()));

    private static WebhooksView? View(string id, WebBackend backend, Stores stores) => stores.Webhooks!.Find(id) is not { } hook
        ? null
        : View(backend, stores) with { Shown = hook, Deliveries = stores.Webhooks.Outbox.List(id, MostShown) };

    private static WebhookInput Read(IFormCollection form, WebBackend backend) => new(
        form.Field("name"),
        form.Field("address"),
        [.. form["topic"].OfType<string>()],
        [.. form["queue"].OfType<string>()],
        backend.Site.Model);

    private static IReadOnlyList<string> Troubles(WebhookInput input) =>
        [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")];
}
