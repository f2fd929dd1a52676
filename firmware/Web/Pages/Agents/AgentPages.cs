using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Agents;

/// <summary>An agent: state, figures of today, and what can be done at the phone, done here.</summary>
internal static class AgentPages
{
    public static void MapAgentPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.Agent, Reach.Agent);
        pages.MapGet("/agents/{name}", Show<AgentPage>);
        pages.MapGet("/live/agents/{name}", Show<AgentBoard>);
        pages.MapGet("/live/agents/{name}/today", Show<AgentToday>);
        pages.MapPost("/agents/{name}/{action:regex(^(log-in|log-out|pause|ready|more-time)$)}", CommandAsync).AsForm()
            .For(Ability.AgentState, Reach.Agent);
        pages.MapPost("/agents/{name}/{action:regex(^queues$)}", CommandAsync).AsForm().For(Ability.RunQueues, Reach.Agent);
    }

    private static IResult Show<T>(string name, WebBackend backend, Stores stores, Visitor visitor)
        where T : IComponent => View(name, backend, stores, visitor) is { } view ? Fragment.Of<T>(view) : NoSuchAgent();

    private static async Task<IResult> CommandAsync(
        string name, string action, HttpContext context, WebBackend backend, Stores stores, Visitor visitor)
    {
        if (!backend.Site.Model.Agents.TryGetValue(name, out var agent))
        {
            return NoSuchAgent();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await DoAsync(agent, action, form, context, backend, visitor) is { } trouble
            ? Fragment.Of<AgentPage>(View(name, backend, stores, visitor)! with { Troubles = [trouble] }, StatusCodes.Status409Conflict)
            : SeeOther.Result($"/agents/{name}");
    }

    /// <summary>Does what an agent can do at a phone; null when it was done, or one sentence that tells why not.</summary>
    internal static async Task<string?> DoAsync(
        AgentConfig agent, string action, IFormCollection form, HttpContext context, WebBackend backend, Visitor visitor)
    {
        var (phone, reason) = (form.Field("phone"), form.Field("reason"));
        return action switch
        {
            "log-in" => AgentCommands.CanWorkAt(agent, phone, backend)
                ? await backend.Desk.LogInAsync(agent.Name, phone)
                : "There is no such phone any more.",
            "pause" => AgentCommands.PauseReasons(backend).Contains(reason)
                ? await backend.Desk.PauseAsync(agent.Name, reason)
                : "There is no such reason for a pause any more.",
            "log-out" => await backend.Desk.LogOutAsync(agent.Name, Access.NameOf(context.User)),
            "queues" => await AssignAsync(agent, form, context, backend, visitor),
            "ready" => await backend.Desk.ReadyAsync(agent.Name),
            _ => await backend.Desk.MoreTimeAsync(agent.Name),
        };
    }

    private static async Task<string?> AssignAsync(
        AgentConfig agent, IFormCollection form, HttpContext context, WebBackend backend, Visitor visitor)
    {
        IReadOnlyList<string>? queues = form.Field("back").Length > 0 ? null : [.. form["queue"].OfType<string>()];
        if (!AgentCommands.MayAssign(agent.Name, queues, backend, visitor))
        {
            return "You may move agents only between the queues that you see.";
        }

        return AgentCommands.WhyNotAssigned(agent, queues, backend)
            ?? await backend.Desk.AssignAsync(agent.Name, queues, Access.NameOf(context.User));
    }

    private static AgentPageView? View(string name, WebBackend backend, Stores stores, Visitor visitor)
    {
        var site = backend.Site.Model;
        if (!site.Agents.TryGetValue(name, out var agent) || AgentsApi.Model(name, backend, stores) is not { } now)
        {
            return null;
        }

        var at = backend.Time.GetUtcNow();
        var today = new SiteCalendar(site.TimeZone).At(at, IntervalLength.Day);
        IEnumerable<(string Number, string Name)> outside = agent.Outside is { } far ? [(far.Number, Say["outside"])] : [];
        return new AgentPageView(
            agent,
            now,
            [.. outside, .. site.Phones.Values.Select(phone => (phone.Number, phone.Name))],
            AgentCommands.PauseReasons(backend),
            [.. site.Queues.Keys.Where(visitor.Sees)],
            new SiteWords(site, at))
        {
            Surveys = SurveyReports.OfAgent(name, today, backend, stores),
        };
    }

    private static IResult NoSuchAgent() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such agent.", "The page Queues lists the agents."), StatusCodes.Status404NotFound);
}
