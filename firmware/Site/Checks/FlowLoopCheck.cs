using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Finds flows that go round in a circle in which no caller ever waits.</summary>
/// <param name="draft">The site.</param>
/// <param name="log">Takes the mistakes.</param>
internal sealed class FlowLoopCheck(SiteDraft draft, MistakeLog log)
{
    private readonly Dictionary<string, FlowDraft> _flows =
        draft.Flows.ToDictionary(flow => flow.Name.Value, StringComparer.Ordinal);

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var check = new FlowLoopCheck(draft, log);
        foreach (var flow in draft.Flows)
        {
            check.FollowFrom(flow);
        }
    }

    /// <summary>The flow that a flow leaves for by itself; null when it ends. What comes after hang-up is never reached.</summary>
    public static Located<string>? GoOf(FlowDraft flow) =>
        flow.Steps?.FirstOrDefault(step => step.IsLast) is { Kind: StepKind.Go } go ? go.Target : null;

    // Each flow is gone through once, so a circle is told once, at what closes it.
    private void FollowFrom(FlowDraft flow)
    {
        if (!_done.Add(flow.Name.Value))
        {
            return;
        }

        _path.Add(flow.Name.Value);
        foreach (var target in WaysOn(flow).DistinctBy(target => target.Value))
        {
            var first = _path.IndexOf(target.Value);
            if (first >= 0)
            {
                log.Error(
                    target.At,
                    $"The flows go round in a circle: {string.Join(" → ", _path[first..])} → {target.Value}.",
                    "Let one of them end with \"hang-up\" or with a group to ring, or let a queue overflow only \"after\" a time.");
            }
            else if (_flows.TryGetValue(target.Value, out var next))
            {
                FollowFrom(next);
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }

    // Who waits in a queue first is in no hurry, and may well come back to it.
    private IEnumerable<Located<string>> WaysOn(FlowDraft flow)
    {
        foreach (var step in flow.Steps ?? [])
        {
            var queue = draft.QueueOf(step);
            foreach (var target in queue?.FlowsAtOnce ?? [])
            {
                yield return target;
            }

            if (step is { Kind: StepKind.Go, Target: { } other })
            {
                yield return other;
            }

            if (step.IsLast || queue is { LetsOnAtOnce: false })
            {
                yield break;
            }
        }
    }
}
