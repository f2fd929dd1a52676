using Switchhook.Web.Api.Queues.Models;

namespace Switchhook.Web.Pages.Supervise;

/// <summary>How an agent's call can be heard.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Phones">Phones that can be rung: number and name.</param>
/// <param name="Phone">The one that is offered first; null for the first.</param>
/// <param name="Rings">The phone that rings already; null for none.</param>
public sealed record MonitorView(AgentModel Agent, IReadOnlyList<(string Number, string Name)> Phones, string? Phone, string? Rings)
{
    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}
