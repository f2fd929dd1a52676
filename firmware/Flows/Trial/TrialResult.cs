namespace Switchhook.Flows.Trial;

/// <summary>The way that a caller would take.</summary>
/// <param name="Caller">Who calls, on which line and when, in words.</param>
/// <param name="Flow">The flow that he comes to first; null when the line has none.</param>
/// <param name="Lines">What happens, in its order.</param>
public sealed record TrialResult(string Caller, string? Flow, IReadOnlyList<TrialLine> Lines)
{
    /// <summary>
    /// All that he passes, each once, in the order of the first time: flow and path of steps, also of those that say nothing, and of the
    /// branches that he takes.
    /// </summary>
    public IReadOnlyList<(string Flow, string Path)> Passed { get; init; } = [];

    /// <summary>The steps that he comes to, each once, in the order of the first time: flow and path.</summary>
    public IReadOnlyList<(string Flow, string Path)> Steps =>
        [.. Lines.Where(line => line.Path.Length > 0).Select(line => (line.Flow, line.Path)).Distinct()];
}

/// <summary>Something that happens on the way.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Path">The step in it: its number from 1, in a branch with step and branch before it; empty for the flow itself.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">In words.</param>
public sealed record TrialLine(string Flow, string Path, TrialLineKind Kind, string Words);

/// <summary>What happens on the way.</summary>
public enum TrialLineKind
{
    /// <summary>A step decides or acts, in the words of the call's journal.</summary>
    Step,

    /// <summary>The caller hears something.</summary>
    Heard,

    /// <summary>What the try takes for granted, or how it ends.</summary>
    Outcome,
}
