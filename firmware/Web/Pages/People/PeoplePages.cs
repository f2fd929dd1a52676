using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.People;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Accounts;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.People;

/// <summary>Who may sign in and do what: invite, change, lock, remove.</summary>
internal static class PeoplePages
{
    public static void MapPeoplePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/people").ExcludeFromDescription().For(Ability.People);
        pages.MapGet("/", (WebBackend backend, Stores stores) => Show(View(backend, stores)));
        pages.MapPost("/", InviteAsync).AsForm();
        pages.MapPost("/rights", ChangeAsync).AsForm();
        pages.MapPost("/invitation", RenewAsync).AsForm();
        pages.MapPost("/lock", (HttpContext context, WebBackend backend, Stores stores) =>
            DoAsync(name => stores.Accounts.SetLocked(name, true), context, backend, stores)).AsForm();
        pages.MapPost("/unlock", (HttpContext context, WebBackend backend, Stores stores) =>
            DoAsync(name => stores.Accounts.SetLocked(name, false), context, backend, stores)).AsForm();
        pages.MapPost("/remove", (HttpContext context, WebBackend backend, Stores stores) =>
            DoAsync(stores.Accounts.Remove, context, backend, stores)).AsForm();
    }

    private static async Task<IResult> InviteAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form.Field("name").Trim();
        AuditNote.Names(context, name);
        var input = RoleWords.Read(form, backend.Site.Model);
        if (Troubles(input, AccountRules.TroubleWithNewName(name)) is { Count: > 0 } troubles)
        {
            return Trouble(troubles, StatusCodes.Status400BadRequest, backend, stores);
        }

        var (outcome, code) = stores.Invitations.Invite(name, input!.Rights);
        return Told(outcome, name, code, context, backend, stores);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var input = RoleWords.Read(await context.Request.ReadFormAsync(context.RequestAborted), backend.Site.Model);
        return Troubles(input, null) is { Count: > 0 } troubles
            ? Trouble(troubles, StatusCodes.Status400BadRequest, backend, stores)
            : await DoAsync(
                name =>
                {
                    AuditNote.Changed(context, PeopleApi.Words(stores.Accounts.Get(name)?.Rights), PeopleApi.Words(input!.Rights));
                    return stores.Accounts.Change(name, input.Rights, null);
                },
                context,
                backend,
                stores);
    }

    private static async Task<IResult> RenewAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var name = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("name");
        AuditNote.Names(context, name);
        var (outcome, code) = stores.Invitations.Renew(name);
        return Told(outcome, name, code, context, backend, stores);
    }

    private static async Task<IResult> DoAsync(
        Func<string, AccountOutcome> change, HttpContext context, WebBackend backend, Stores stores)
    {
        var name = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("name");
        AuditNote.Names(context, name);
        var outcome = change(name);
        return outcome == AccountOutcome.Done
            ? SeeOther.Result("/people")
            : Trouble([OutcomeWords.Of(outcome)], StatusCodes.Status409Conflict, backend, stores);
    }

    private static IReadOnlyList<string> Troubles(RightsInput? input, string? name)
    {
        IEnumerable<string> ofRights = input is null
            ? ["There is no such role."]
            : input.Mistakes.Select(one => $"{one.Problem} {one.Cure}");
        return [.. new[] { name }.OfType<string>(), .. ofRights];
    }

    private static IResult Told(
        AccountOutcome outcome, string name, string? code, HttpContext context, WebBackend backend, Stores stores)
    {
        if (code is null)
        {
            return Trouble([OutcomeWords.Of(outcome)], StatusCodes.Status409Conflict, backend, stores);
        }

        var invitation = PeopleApi.Told(name, code, backend);
        var request = context.Request;
        return Show(View(backend, stores) with
        {
            Invitation = invitation,
            Link = $"{request.Scheme}://{request.Host.ToUriComponent()}{invitation.Path}",
        });
    }

    private static IResult Trouble(IReadOnlyList<string> troubles, int status, WebBackend backend, Stores stores) =>
        Show(View(backend, stores) with { Troubles = troubles }, status);

    private static IResult Show(PeopleView view, int status = StatusCodes.Status200OK) => Fragment.Of<PeoplePage>(view, status);

    private static PeopleView View(WebBackend backend, Stores stores)
    {
        var people = stores.Accounts.List();
        return new PeopleView(people, new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()))
        {
            WithFactor = people.Select(one => one.Name).Where(name => stores.Factors?.Since(name) is not null)
                .ToHashSet(StringComparer.Ordinal),
        };
    }
}
