using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Flows.Queues.Board;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Web.Api.Queues.Models;

/// <summary>An agent now and today.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Queues">The queues that the agent answers.</param>
/// <param name="IsMoved">True when these are not those of the site file.</param>
/// <param name="State">What the agent does.</param>
/// <param name="Since">Since when, UTC; null for one who has not logged in since the box started.</param>
/// <param name="Until">When it ends by itself, UTC; null when it does not.</param>
/// <param name="Phone">Where logged in; null when logged out.</param>
/// <param name="Reason">Why paused or logged out; null for none.</param>
/// <param name="Visit">The visit to a queue that it belongs to.</param>
/// <param name="Call">The call that it belongs to.</param>
/// <param name="Today">Figures since midnight where the site is.</param>
public sealed record AgentModel(
    string Name,
    string DisplayName,
    IReadOnlyList<string> Queues,
    bool IsMoved,
    AgentState State,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    string? Phone,
    string? Reason,
    string? Visit,
    CallId? Call,
    IReadOnlyList<FigureModel> Today)
{
    public static AgentModel Of(AgentConfig agent, SiteModel site, QueueSnapshot live, IReadOnlyList<FigureModel> today)
    {
        var now = live.Agents.GetValueOrDefault(agent.Name);
        return new AgentModel(
            agent.Name,
            agent.DisplayName,
            [.. live.Assigned.QueuesOf(site, agent.Name)],
            live.Assigned.IsMoved(site, agent.Name),
            now?.State ?? AgentState.LoggedOut,
            now?.Since,
            now?.Until,
            now?.Phone,
            now?.Reason,
            now?.Visit,
            now?.Call ?? (now?.Visit is { } visit && live.Visits.GetValueOrDefault(visit)?.Call is { } call ? new CallId(call) : null),
            today);
    }
}
