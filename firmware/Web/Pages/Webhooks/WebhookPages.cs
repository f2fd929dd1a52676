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
        pages.MapGet("/{id}", ShowOne);
        pages.MapPost("/{id}", ChangeAsync).AsForm();
        pages.MapPost("/{id}/{action:regex(^(pause|resume|ping|remove)$)}", Do).AsForm();
        pages.MapPost("/{id}/secret", Renew).AsForm();
        pages.MapPost("/{id}/deliveries/{number}/resend", (string id, string number, WebBackend backend, Stores stores) =>
            Answer(WebhooksApi.SendAgain(stores.Webhooks!, id, number), id, backend, stores)).AsForm();
    }

    private static async Task<IResult> CreateAsync(HttpContext context, WebBackend backend, Stores stores, SecretHold hold)
    {
        var wish = Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var input = new WebhookInput(wish, backend.Site.Model);
        AuditNote.Names(context, input.Wanted.Name);
        if (Troubles(input) is { Count: > 0 } troubles)
        {
            return Show(View(backend, stores) with { Troubles = troubles, Typed = wish }, StatusCodes.Status400BadRequest);
        }

        AuditNote.Changed(context, null, WebhooksApi.Words(input.Wanted));
        var (outcome, hook, secret) = stores.Webhooks!.Create(input.Wanted with { MadeBy = Access.NameOf(context.User) });
        return hook is null
            ? Show(
                View(backend, stores) with { Troubles = [WebhooksApi.WordsOf(outcome)], Typed = wish }, StatusCodes.Status409Conflict)
            : Told(hook.Id, secret!, context, stores, hold);
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, WebBackend backend, Stores stores)
    {
        var wish = Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var before = stores.Webhooks!.Find(id);
        var input = new WebhookInput(wish, backend.Site.Model, before);
        if (Troubles(input) is { Count: > 0 } troubles)
        {
            return One(id, backend, stores, troubles, StatusCodes.Status400BadRequest, wish);
        }

        AuditNote.Changed(context, before is null ? null : WebhooksApi.Words(before), WebhooksApi.Words(input.Wanted));
        return Answer(stores.Webhooks.Change(input.Wanted with { Id = id }), id, backend, stores, wish);
    }

    private static IResult ShowOne(string id, HttpContext context, WebBackend backend, Stores stores, SecretHold hold) =>
        View(id, backend, stores) is { Shown: { } hook } view
            && Access.SessionOf(context, stores) is { } session && hold.Take(session.Id, id) is { } secret
            ? Show(view with { Made = WebhooksApi.Told(hook, secret) })
            : One(id, backend, stores);

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

    private static IResult Renew(string id, HttpContext context, WebBackend backend, Stores stores, SecretHold hold)
    {
        var (outcome, secret) = stores.Webhooks!.RenewSecret(id);
        return secret is null
            ? One(id, backend, stores, [WebhooksApi.WordsOf(outcome)], StatusCodes.Status409Conflict)
            : Told(id, secret, context, stores, hold);
    }

    // The page that shows the secret is another one, so that loading it again makes nothing.
    private static IResult Told(string id, string secret, HttpContext context, Stores stores, SecretHold hold)
    {
        if (Access.SessionOf(context, stores) is { } session)
        {
            hold.Put(session.Id, id, secret);
        }

        return SeeOther.Result(PathOf(id));
    }

    private static string PathOf(string id) => $"/webhooks/{Uri.EscapeDataString(id)}";

    private static IResult Answer(WebhookOutcome outcome, string id, WebBackend backend, Stores stores, WebhookWish? typed = null) =>
        outcome == WebhookOutcome.Done
            ? SeeOther.Result(PathOf(id))
            : One(id, backend, stores, [WebhooksApi.WordsOf(outcome)], StatusCodes.Status409Conflict, typed);

    private static IResult One(
        string id,
        WebBackend backend,
        Stores stores,
        IReadOnlyList<string>? troubles = null,
        int status = StatusCodes.Status200OK,
        WebhookWish? typed = null) =>
        View(id, backend, stores) is { } view
            ? Show(view with { Troubles = troubles ?? [], Typed = typed }, status)
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

    private static WebhookWish Read(IFormCollection form) => new(
        form.Field("name"), form.Field("address"), [.. form["topic"].OfType<string>()], [.. form["queue"].OfType<string>()]);

    private static IReadOnlyList<string> Troubles(WebhookInput input) =>
        [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")];
}
