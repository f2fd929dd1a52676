using System.Collections.Immutable;

namespace Switchhook.Site.Flows;

/// <summary>What happens to a call that comes in: steps from top to bottom; the call ends after the last.</summary>
public sealed record FlowConfig(string Name, ImmutableArray<FlowStep> Steps)
{
    /// <summary>Its steps, and those that stand in their branches.</summary>
    public IEnumerable<FlowStep> AllSteps => Steps.SelectMany(step => step.WithInner);
}
