namespace Switchhook.Web.FlowPictures;

/// <summary>A flow as people look at it: who comes to it, and its steps with what they say, ring and lead to.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Callers">The lines, trunks and numbers whose callers begin here, in words; empty when they come from other flows.</param>
/// <param name="Before">The flows that lead to it.</param>
/// <param name="Steps">From top to bottom; the call ends after the last.</param>
public sealed record FlowPicture(
    string Name, IReadOnlyList<string> Callers, IReadOnlyList<string> Before, IReadOnlyList<StepPicture> Steps)
{
    /// <summary>Its steps, and those in their branches.</summary>
    internal IEnumerable<StepPicture> AllSteps => Steps.SelectMany(step => step.WithInner);

    /// <summary>The flows that it leads to, each once, from top to bottom.</summary>
    internal IEnumerable<string> Leads => AllSteps.SelectMany(step => step.Leads).Distinct(StringComparer.Ordinal);
}

/// <summary>A step of a flow.</summary>
/// <param name="Path">Its number from 1; in a branch, with the step and branch before it: <c>2/closed/1</c>.</param>
/// <param name="Title">What it does, by the names of the site file.</param>
/// <param name="Heard">What the caller hears.</param>
/// <param name="Facts">Whom it rings, how it asks, and the like.</param>
/// <param name="GoesTo">The flow that callers go on with; null for a step that does not send everybody to another flow.</param>
/// <param name="Branches">Where it may send the caller.</param>
public sealed record StepPicture(
    string Path,
    string Title,
    IReadOnlyList<string> Heard,
    IReadOnlyList<string> Facts,
    string? GoesTo,
    IReadOnlyList<BranchPicture> Branches)
{
    /// <summary>The number of the step among those beside it.</summary>
    internal string Number => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The icon that stands for it.</summary>
    internal string Icon { get; init; } = "dot";

    /// <summary>True when callers can come to the next step.</summary>
    internal bool LetsOn { get; init; } = true;

    /// <summary>The step, and those in its branches.</summary>
    internal IEnumerable<StepPicture> WithInner => Branches
        .SelectMany(branch => branch.Steps)
        .SelectMany(step => step.WithInner)
        .Prepend(this);

    /// <summary>The flows that the step itself leads to.</summary>
    internal IEnumerable<string> Leads => Branches.Select(branch => branch.Flow).Append(GoesTo).OfType<string>();
}

/// <summary>A branch: to another flow, through steps of its own, or on with the next step when it has neither.</summary>
/// <param name="When">When it is taken, such as <c>1</c>, <c>closed</c> or <c>else</c>.</param>
/// <param name="Flow">The flow that it leads to; null when to none.</param>
/// <param name="Steps">Its own steps.</param>
public sealed record BranchPicture(string When, string? Flow, IReadOnlyList<StepPicture> Steps)
{
    /// <summary>When it is taken, in the words of the picture.</summary>
    internal string Label { get; init; } = When;
}
