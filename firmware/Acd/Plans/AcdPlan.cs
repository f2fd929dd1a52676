using System.Collections.Immutable;

namespace Switchhook.Acd.Plans;

/// <summary>All queues and agents of a site. Who builds one names each agent and queue once, and only agents that there are.</summary>
public sealed record AcdPlan(ImmutableArray<QueuePlan> Queues, ImmutableArray<AgentPlan> Agents)
{
    /// <summary>A site without queues.</summary>
    public static AcdPlan Empty { get; } = new([], []);
}
