using Switchhook.Flows.Queues.Shadow;
using Switchhook.Site.Diff;

namespace Switchhook.Web.Pages.Advice;

/// <summary>A hunt group that becomes a queue, or a queue that becomes a hunt group.</summary>
/// <param name="IsToQueue">Which of the two.</param>
/// <param name="Name">Its name.</param>
public sealed record SwitchView(bool IsToQueue, string Name)
{
    /// <summary>Number of the version that is changed.</summary>
    public int Version { get; init; }

    /// <summary>The lines that change; empty when there is nothing to put in force.</summary>
    public IReadOnlyList<DiffLine> Diff { get; init; } = [];

    /// <summary>What works but is probably not meant.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it cannot be done; empty when it can.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Drawings of the paths that mistakes and warnings speak of.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>What was done; null when nothing.</summary>
    public string? Done { get; init; }
}

/// <summary>What a queue would have made of a hunt group's callers.</summary>
/// <param name="Group">The group.</param>
/// <param name="Report">The answer; null when there is none.</param>
/// <param name="Troubles">Why there is none.</param>
public sealed record ShadowView(string Group, ShadowReport? Report, IReadOnlyList<string> Troubles);
