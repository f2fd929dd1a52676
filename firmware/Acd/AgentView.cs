using Switchhook.Acd.Engine;

namespace Switchhook.Acd;

/// <summary>An agent as the engine sees them.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="State">What the agent does.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When that ends by itself; null when it does not.</param>
/// <param name="Phone">Where logged in; null when logged out.</param>
/// <param name="Item">The work that is rung for, done, or finished; null for none.</param>
/// <param name="PauseReason">Why paused, now or after the call; null when not.</param>
/// <param name="IsPausedByBox">True for a pause that missed offers brought.</param>
/// <param name="RestUntil">Not rung before, after a missed offer.</param>
public sealed record AgentView(
    string Name,
    AgentState State,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    string? Phone,
    string? Item,
    string? PauseReason,
    bool IsPausedByBox,
    DateTimeOffset RestUntil)
{
    internal static AgentView Of(AgentEntry agent) => new(
        agent.Name,
        agent.State,
        agent.Since,
        agent.Until,
        agent.Phone,
        agent.Serving?.Work.Id ?? agent.Offered?.Work.Id ?? (agent.State == AgentState.WrapUp ? agent.WrapUpItem : null),
        agent.PauseReason,
        agent.PauseReason is not null && agent.IsPausedByBox,
        agent.RestUntil);
}
