using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Finds flows that go round in a circle.</summary>
internal static class FlowLoopCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var flows = draft.Flows.ToDictionary(flow => flow.Name.Value, StringComparer.Ordinal);
        var looping = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flow in draft.Flows)
        {
            FollowFrom(flow, flows, looping, log);
        }
    }

    // A flow leaves for at most one other flow, so each path is a chain; a circle is told once, at the step that closes it.
    private static void FollowFrom(FlowDraft flow, Dictionary<string, FlowDraft> flows, HashSet<string> looping, MistakeLog log)
    {
        var path = new List<string>();
        for (var current = flow; current is not null && !looping.Contains(current.Name.Value);)
        {
            path.Add(current.Name.Value);
            if (GoOf(current) is not { } target)
            {
                return;
            }

            var first = path.IndexOf(target.Value);
            if (first >= 0)
            {
                var circle = path[first..];
                looping.UnionWith(circle);
                log.Error(
                    target.At,
                    $"The flows go round in a circle: {string.Join(" → ", circle)} → {target.Value}.",
                    "Let one of them end with \"hang-up\" or with a group to ring.");
                return;
            }

            current = flows.GetValueOrDefault(target.Value);
        }
    }

    /// <summary>The flow that a flow leaves for; null when it ends. What comes after hang-up is never reached.</summary>
    public static Located<string>? GoOf(FlowDraft flow) =>
        flow.Steps?.FirstOrDefault(step => step.IsLast) is { Kind: StepKind.Go } go ? go.Target : null;
}
