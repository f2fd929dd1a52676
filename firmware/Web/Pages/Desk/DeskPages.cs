using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd;
using Switchhook.Flows.Missed;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Desk;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Agents;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Desk;

/// <summary>The page at which an agent works: state, call, notes, what is to be done, and calling by a click.</summary>
internal static class DeskPages
{
    /// <summary>Most missed callers that are shown; the page Missed has them all.</summary>
    private const int MostMissed = 8;

    public static void MapDeskPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.Agent, Reach.Seen);
        pages.MapGet("/desk", Show<DeskPage>);
        pages.MapGet("/live/desk/state", Show<DeskState>);
        pages.MapGet("/live/desk/call", Show<DeskCall>);
        pages.MapGet("/live/desk/to-do", Show<DeskToDo>);
        pages.MapPost("/desk/{action:regex(^(log-in|log-out|pause|ready|more-time)$)}", StateAsync).AsForm()
            .For(Ability.AgentState, Reach.Seen);
        pages.MapPost("/desk/call", (HttpContext context, WebBackend backend, Stores stores) =>
            DoAsync<DeskState>(context, backend, stores, (agent, form) => CallAsync(agent, form, context, backend))).AsForm()
            .For(Ability.AgentState, Reach.Seen);
        pages.MapPost("/desk/topic", (HttpContext context, WebBackend backend, Stores stores) =>
            DoAsync<DeskCall>(
                context, backend, stores, (agent, form) => backend.Calls.DisposeAsync(agent.Name, form.Field("code")))).AsForm()
            .For(Ability.AgentState, Reach.Seen);
        pages.MapPost("/desk/note", (HttpContext context, WebBackend backend, Stores stores) =>
            DoAsync<DeskCall>(context, backend, stores, (_, form) => NoteAsync(form, context, backend, stores))).AsForm()
            .For(Ability.NoteCalls, Reach.Seen);
    }

    private static IResult Show<T>(HttpContext context, WebBackend backend, Stores stores)
        where T : IComponent => DeskPerson.Of(context, form: null, backend) is { } agent
            ? Fragment.Of<T>(View(agent, backend, stores))
            : Fragment.Of<ChooseAgentPage>(backend.Site.Model);

    private static Task<IResult> StateAsync(string action, HttpContext context, WebBackend backend, Stores stores, Visitor visitor) =>
        DoAsync<DeskState>(context, backend, stores, (agent, form) => AgentPages.DoAsync(agent, action, form, context, backend, visitor));

    // With script the part that changes is answered, so that a note that is being written stays.
    private static async Task<IResult> DoAsync<T>(
        HttpContext context, WebBackend backend, Stores stores, Func<AgentConfig, IFormCollection, Task<string?>> act)
        where T : IComponent
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (DeskPerson.Of(context, form, backend) is not { } agent)
        {
            return Fragment.Of<ChooseAgentPage>(backend.Site.Model, StatusCodes.Status404NotFound);
        }

        IReadOnlyList<string> troubles = await act(agent, form) is { } trouble ? [trouble] : [];
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            return Fragment.Of<T>(View(agent, backend, stores) with { Troubles = troubles });
        }

        return troubles.Count == 0
            ? SeeOther.Result($"/desk?agent={Uri.EscapeDataString(agent.Name)}")
            : Fragment.Of<DeskPage>(View(agent, backend, stores) with { Troubles = troubles }, StatusCodes.Status409Conflict);
    }

    private static async Task<string?> NoteAsync(IFormCollection form, HttpContext context, WebBackend backend, Stores stores)
    {
        var trouble = await DeskCommands.NoteAsync(form.Field("call"), form.Field("text"), context, backend, stores);
        if (trouble is null)
        {
            // The script empties the field then, and only then.
            context.Response.Headers["HX-Trigger"] = "note-kept";
        }

        return trouble;
    }

    private static async Task<string?> CallAsync(AgentConfig agent, IFormCollection form, HttpContext context, WebBackend backend)
    {
        var phone = backend.Queues.Current.Agents.GetValueOrDefault(agent.Name)?.Phone ?? agent.Phone;
        if (phone is null || !backend.Site.Model.Phones.ContainsKey(phone))
        {
            return "Log in at a phone of the house first: it is rung before the call is made.";
        }

        return form.Field("missed") is { Length: > 0 } missed && backend.Missed is { } desk
            ? await desk.CallAsync(missed, phone, Access.NameOf(context.User))
            : await DeskCommands.CallAsync(phone, form.Field("number"), context, backend);
    }

    private static DeskView View(AgentConfig agent, WebBackend backend, Stores stores)
    {
        var site = backend.Site.Model;
        var now = AgentsApi.Model(agent.Name, backend, stores)!;
        IEnumerable<(string Number, string Name)> outside = agent.Outside is { } far ? [(far.Number, "outside")] : [];
        return new DeskView(
            agent,
            now,
            DeskCalls.Of(now, backend, stores),
            AgentCommands.PauseReasons(backend),
            [.. outside, .. site.Phones.Values.Select(phone => (phone.Number, phone.Name))],
            new SiteWords(site, backend.Time.GetUtcNow()))
        {
            Owed =
            [
                .. backend.Queues.Current.Visits.Values
                    .Where(visit => visit is { Kind: WorkKind.Callback, AnsweredAt: null } && now.Queues.Contains(visit.Queue))
                    .OrderBy(visit => visit.EnteredAt),
            ],
            Missed = [.. backend.Missed?.Current.All.Where(row => row.State != MissedState.Closed).Take(MostMissed) ?? []],
        };
    }
}
