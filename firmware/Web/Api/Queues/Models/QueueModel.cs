using System.Text.Json.Serialization;
using Switchhook.Acd;
using Switchhook.Acd.Signals;
using Switchhook.Calls;
using Switchhook.Flows.Queues.Board;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Web.Api.Queues.Models;

/// <summary>A queue now and today.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Signal">What its lamps tell.</param>
/// <param name="Waiting">Callers who wait.</param>
/// <param name="LongestWait">How long the one has waited who came first, in seconds; null when nobody waits.</param>
/// <param name="Ringing">Of those who wait, for how many a phone rings.</param>
/// <param name="Owed">Calls back that are owed, those put off to a time among them.</param>
/// <param name="Agents">Its agents by what they do.</param>
/// <param name="Today">Figures since midnight where the site is.</param>
public sealed record QueueModel(
    string Name,
    QueueSignal Signal,
    int Waiting,
    TimeSpan? LongestWait,
    int Ringing,
    int Owed,
    AgentCounts Agents,
    IReadOnlyList<FigureModel> Today)
{
    /// <summary>Who waits, in the order of the turns; told of one queue only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WaitingModel>? Callers { get; init; }
}

/// <summary>A caller who waits, or a call back or message that waits in a caller's place.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Call">The call.</param>
/// <param name="Kind">How he waits.</param>
/// <param name="Place">From 1; null for a call back whose time has not come, or whose queue is closed: it is before nobody.</param>
/// <param name="Caller">The number; null when unknown.</param>
/// <param name="Line">The line or trunk.</param>
/// <param name="Waited">Seconds so far; of a call back that is put off to a time, from then on.</param>
/// <param name="NotBefore">The time that was chosen or promised for a call back, UTC; null for as soon as it is its turn.</param>
/// <param name="LastAgent">Who talked last with this number in the last 7 days; null for nobody.</param>
/// <param name="Message">Address of the sound of a message; null for anything else.</param>
public sealed record WaitingModel(
    string Id,
    CallId? Call,
    WorkKind Kind,
    int? Place,
    string? Caller,
    string? Line,
    TimeSpan Waited,
    DateTimeOffset? NotBefore,
    string? LastAgent,
    string? Message);

/// <summary>How many agents are in each state.</summary>
public sealed record AgentCounts(
    int LoggedOut, int Available, int Ringing, int Talking, int Holding, int WrapUp, int Paused, int Unreachable)
{
    public static AgentCounts Of(SiteModel site, QueueConfig queue, QueueSnapshot now)
    {
        var states = now.Assigned.AgentsOf(site, queue)
            .CountBy(agent => now.Agents.GetValueOrDefault(agent.Agent)?.State ?? AgentState.LoggedOut)
            .ToDictionary();
        return new AgentCounts(
            states.GetValueOrDefault(AgentState.LoggedOut),
            states.GetValueOrDefault(AgentState.Available),
            states.GetValueOrDefault(AgentState.Ringing),
            states.GetValueOrDefault(AgentState.Talking),
            states.GetValueOrDefault(AgentState.Holding),
            states.GetValueOrDefault(AgentState.WrapUp),
            states.GetValueOrDefault(AgentState.Paused),
            states.GetValueOrDefault(AgentState.Unreachable));
    }
}
