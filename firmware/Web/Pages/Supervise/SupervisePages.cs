using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Desk;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Queues;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Supervise;

/// <summary>What a supervisor does from the board: gives a caller to an agent, hears an agent's call.</summary>
internal static class SupervisePages
{
    public static void MapSupervisePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.RunQueues, Reach.Call);
        pages.MapGet("/calls/{id}/give", GiveAsync);
        pages.MapPost("/calls/{id}/give", DoGiveAsync).AsForm();
        pages.MapGet("/agents/{name}/monitor", Monitor).For(Ability.RunQueues, Reach.Agent);
        pages.MapPost("/agents/{name}/monitor", DoMonitorAsync).AsForm().For(Ability.RunQueues, Reach.Agent);
    }

    private static async Task<IResult> GiveAsync(string id, WebBackend backend, Stores stores, Visitor visitor)
    {
        foreach (var queue in backend.Site.Model.Queues.Keys)
        {
            var callers = await QueuesApi.CallersAsync(queue, backend, stores);
            if (callers.FirstOrDefault(one => one.Call?.Value == id && QueuesView.CanBeGiven(one)) is { } caller)
            {
                var agents = AgentsApi.Models(backend, stores, visitor).Where(agent => agent.Queues.Contains(queue));
                return Fragment.Of<GivePage>(new GiveView(
                    caller,
                    queue,
                    [.. agents.OrderBy(agent => QueuesView.RankOf(agent.State)).ThenBy(agent => agent.Since)],
                    new SiteWords(backend.Site.Model, backend.Time.GetUtcNow())));
            }
        }

        return Gone("This call does not wait in a queue.");
    }

    private static async Task<IResult> DoGiveAsync(string id, HttpContext context, WebBackend backend)
    {
        var agent = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("agent");
        return await DeskCommands.GiveAsync(id, agent, context, backend) is { } trouble
            ? Gone(trouble, StatusCodes.Status409Conflict)
            : SeeOther.Result("/queues");
    }

    private static IResult Monitor(string name, string? rings, WebBackend backend, Stores stores) =>
        View(name, rings, backend, stores) is { } view ? Fragment.Of<MonitorPage>(view) : NoSuchAgent();

    private static async Task<IResult> DoMonitorAsync(string name, HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var phone = form.Field("phone");
        if (View(name, null, backend, stores) is not { } view)
        {
            return NoSuchAgent();
        }

        var trouble = DeskCommands.Modes.TryGetValue(form.Field("mode"), out var mode)
            ? await DeskCommands.MonitorAsync(name, phone, mode, context, backend)
            : "There is no such way to hear a call.";
        return trouble is null
            ? SeeOther.Result($"/agents/{name}/monitor?rings={Uri.EscapeDataString(phone)}")
            : Fragment.Of<MonitorPage>(view with { Phone = phone, Troubles = [trouble] }, StatusCodes.Status409Conflict);
    }

    private static MonitorView? View(string name, string? rings, WebBackend backend, Stores stores)
    {
        var site = backend.Site.Model;
        if (AgentsApi.Model(name, backend, stores) is not { } agent)
        {
            return null;
        }

        // A supervisor who is logged in somewhere most likely sits there.
        var own = site.Agents.Values.Where(one => one.IsSupervisor && one.Name != name)
            .Select(one => backend.Queues.Current.Agents.GetValueOrDefault(one.Name)?.Phone).FirstOrDefault(phone => phone is not null);
        var phones = site.Phones.Values.Where(phone => phone.Number != agent.Phone).Select(phone => (phone.Number, phone.Name));
        return new MonitorView(agent, [.. phones], rings ?? own, rings is not null && site.Phones.ContainsKey(rings) ? rings : null);
    }

    private static IResult NoSuchAgent() => Gone("There is no such agent.");

    private static IResult Gone(string why, int status = StatusCodes.Status404NotFound) =>
        Fragment.Of<ErrorPage>(new ErrorWords(why, "The page Queues tells who waits and what the agents do."), status);
}
