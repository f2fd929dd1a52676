using Switchhook.Flows.Trial;

namespace Switchhook.Web.FlowPictures;

/// <summary>The way of a caller on paper, to be shown in the pictures of the flows.</summary>
public sealed class FlowWay
{
    private readonly HashSet<(string Flow, string Path)> _passed;
    private readonly Dictionary<(string Flow, string Path), int> _numbers;

    /// <param name="result">What happens to him.</param>
    internal FlowWay(TrialResult result)
    {
        Result = result;
        _passed = [.. result.Passed];
        _numbers = result.Steps.Index().ToDictionary(step => step.Item, step => step.Index + 1);
    }

    /// <summary>What happens to him.</summary>
    internal TrialResult Result { get; }

    /// <summary>The flows that he comes to, in the order of the first time.</summary>
    internal IEnumerable<string> Flows => Result.Passed.Select(place => place.Flow).Distinct(StringComparer.Ordinal);

    /// <summary>The id of a step, or of a flow where the path is empty.</summary>
    internal static string Id(string flow, string path) =>
        path.Length == 0 ? $"flow-{flow}" : $"step-{flow}-{path.Replace(' ', '_')}";

    /// <summary>Where a step is shown.</summary>
    internal static string Address(string flow, string path) => $"/flows#{Uri.EscapeDataString(Id(flow, path))}";

    /// <summary>True when he comes to a step, or takes a branch.</summary>
    internal bool Passes(string flow, string path) => _passed.Contains((flow, path));

    /// <summary>How manieth step of his it is, from 1; null for one that says nothing, and where he does not come.</summary>
    internal int? NumberOf(string flow, string path) => _numbers.TryGetValue((flow, path), out var number) ? number : null;
}
