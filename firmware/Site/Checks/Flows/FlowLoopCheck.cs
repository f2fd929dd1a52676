using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Finds flows that go round in a circle in which no caller ever waits or presses a key.</summary>
/// <param name="draft">The site.</param>
/// <param name="log">Takes the mistakes.</param>
internal sealed class FlowLoopCheck(SiteDraft draft, MistakeLog log)
{
    private readonly Dictionary<string, FlowDraft> _flows =
        draft.Flows.ToDictionary(flow => flow.Name.Value, StringComparer.Ordinal);

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];

    // The ways between the flows of the path: one less than those, but while a way is looked at.
    private readonly List<Way> _ways = [];

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var check = new FlowLoopCheck(draft, log);
        foreach (var flow in draft.Flows)
        {
            check.FollowFrom(flow);
        }
    }

    // Each flow is gone through once, so a circle is told once, at what closes it.
    private void FollowFrom(FlowDraft flow)
    {
        if (!_done.Add(flow.Name.Value))
        {
            return;
        }

        _path.Add(flow.Name.Value);
        var ways = new List<Way>();
        AddWays(flow.Steps ?? [], ways);
        foreach (var way in ways.DistinctBy(way => way.To.Value))
        {
            _ways.Add(way);
            var first = _path.IndexOf(way.To.Value);
            if (first >= 0)
            {
                NoteCircle(first, way);
            }
            else if (_flows.TryGetValue(way.To.Value, out var next))
            {
                FollowFrom(next);
            }

            _ways.RemoveAt(_ways.Count - 1);
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void NoteCircle(int first, Way last)
    {
        var lines = _path.Skip(first).Zip(_ways.Skip(first), (flow, way) => $"{flow} ── {way.How} ──▶ {way.To.Value}");
        log.Error(
            last.To.At,
            $"The flows go round in a circle: {string.Join(" → ", _path[first..])} → {last.To.Value}.",
            "Let one of them end with \"hang-up\" or with a group to ring, or let a queue overflow only \"after\" a time.",
            string.Join('\n', lines));
    }

    // Who waits in a queue first is in no hurry, and may well come back to it; so may who presses a key for it.
    private bool AddWays(IReadOnlyList<StepDraft> steps, List<Way> ways)
    {
        foreach (var step in steps)
        {
            var queue = draft.QueueOf(step);
            ways.AddRange((queue?.FlowsAtOnce ?? []).Select(flow => new Way(flow, HowOf(step, "overflow"))));
            if (step is GoDraft { Flow: { } other })
            {
                ways.Add(new Way(other, HowOf(step, null)));
            }

            if (step.IsLast || queue is { LetsOnAtOnce: false } || !AddBranches(step, ways))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddBranches(StepDraft step, List<Way> ways)
    {
        var isOn = step.Branches.Count == 0;
        foreach (var branch in step.Branches.Where(branch => !branch.IsChosen))
        {
            if (branch.Flow is { } flow)
            {
                ways.Add(new Way(flow, HowOf(step, branch.When)));
            }
            else
            {
                isOn |= AddWays(branch.Steps ?? [], ways);
            }
        }

        return isOn;
    }

    private static string HowOf(StepDraft step, string? branch) =>
        $"line {step.At.Line}: {step.Title}{(branch is null ? "" : $", {branch}")}";

    private readonly record struct Way(Located<string> To, string How);
}
