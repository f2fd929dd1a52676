using System.Collections.Immutable;

namespace Switchhook.Acd.Plans;

/// <summary>An agent as the site describes them.</summary>
/// <param name="Name">Stable name; everything that is kept about an agent is kept under it.</param>
public sealed record AgentPlan(string Name)
{
    /// <summary>The worst level of a skill.</summary>
    public const int WorstLevel = 5;

    /// <summary>Skills with their levels, 1 (best) to <see cref="WorstLevel"/>.</summary>
    public ImmutableDictionary<string, int> Skills { get; init; } = ImmutableDictionary<string, int>.Empty;
}
