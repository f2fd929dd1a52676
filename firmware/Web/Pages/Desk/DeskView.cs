using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Flows.Missed;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Desk.Models;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Desk;

/// <summary>The desk of an agent.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Now">What the agent does, and the figures of today.</param>
/// <param name="Call">The call at hand; null for none today.</param>
/// <param name="Reasons">What a pause can be for.</param>
/// <param name="Phones">Where the agent can work: number and name.</param>
/// <param name="Words">Names and times.</param>
public sealed record DeskView(
    AgentConfig Agent,
    AgentModel Now,
    DeskCallModel? Call,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<(string Number, string Name)> Phones,
    SiteWords Words)
{
    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Calls back that are owed in the agent's queues, the oldest first.</summary>
    public IReadOnlyList<Visit> Owed { get; init; } = [];

    /// <summary>Who called and got nobody, the last caller first.</summary>
    public IReadOnlyList<MissedCaller> Missed { get; init; } = [];

    /// <summary>The phone that is offered first for logging in.</summary>
    public string? Usual => Now.Phone ?? AgentCommands.UsualPhone(Agent);

    /// <summary>Who is at the other end of the call at hand; null when unknown.</summary>
    public string? Caller => Call?.Name ?? Call?.Number;

    /// <summary>True while the call at hand rings, lasts, or is finished.</summary>
    public bool IsAtCall => Now.State is AgentState.Ringing or AgentState.Talking or AgentState.Holding or AgentState.WrapUp;
}
