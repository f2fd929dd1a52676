using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Agents;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Queues;

/// <summary>Agents now and today.</summary>
internal static class AgentsApi
{
    public static void MapAgentsApi(this IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents");
        agents.MapGet("/", List).For(Ability.Queues, Reach.Seen).Produces<ListModel<AgentModel>>();
        agents.MapGet("/{name}", One).For(Ability.Agent, Reach.Agent).Produces<AgentModel>().ProducesNotFound();
    }

    /// <summary>All agents of the site: what they do, and the figures of today.</summary>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult List(WebBackend backend, Stores stores, Visitor visitor) =>
        Results.Ok(new ListModel<AgentModel>(Models(backend, stores, visitor)));

    /// <summary>One agent.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    internal static IResult One(string name, WebBackend backend, Stores stores) =>
        Model(name, backend, stores) is { } model ? Results.Ok(model) : NoSuchAgent();

    /// <summary>The agents whom the asker may see.</summary>
    internal static IReadOnlyList<AgentModel> Models(WebBackend backend, Stores stores, Visitor visitor)
    {
        var today = Today(backend, stores, null);
        var (site, live) = (backend.Site.Model, backend.Queues.Current);
        return
        [
            .. site.Agents.Values.Where(agent => visitor.SeesAgent(agent.Name))
                .Select(agent => AgentModel.Of(agent, site, live, Figures(today.GetValueOrDefault(agent.Name)))),
        ];
    }

    /// <summary>One agent; null when there is none of that name.</summary>
    internal static AgentModel? Model(string name, WebBackend backend, Stores stores)
    {
        var site = backend.Site.Model;
        return site.Agents.TryGetValue(name, out var agent)
            ? AgentModel.Of(agent, site, backend.Queues.Current, Figures(Today(backend, stores, name).GetValueOrDefault(name)))
            : null;
    }

    /// <summary>The answer when there is no such agent.</summary>
    internal static IResult NoSuchAgent() =>
        ApiProblem.NotFound("There is no agent of that name.", "GET /api/v1/agents lists the agents.");

    private static IReadOnlyDictionary<string, AgentFigures> Today(WebBackend backend, Stores stores, string? agent)
    {
        var now = backend.Time.GetUtcNow();
        var today = new SiteCalendar(backend.Site.Model.TimeZone).At(now, IntervalLength.Day);
        var facts = stores.Facts.Agents(today, agent);
        return new AgentReport(facts.Spans, facts.Offers, facts.Visits, new FigureRules(), now).ByAgent(today);
    }

    private static IReadOnlyList<FigureModel> Figures(AgentFigures? today) =>
        FigureModel.Of(ShownFigures.OfAgents, new FigureRules(), name => today?.Value(name));
}
