using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>
/// Finds ways on which a call ends before the caller has heard anything: from the beginning of a flow, or after he has pressed a key.
/// Only for flows without errors.
/// </summary>
/// <param name="draft">The site.</param>
/// <param name="log">Takes the mistakes.</param>
internal sealed class DeadEndCheck(SiteDraft draft, MistakeLog log)
{
    private readonly Dictionary<string, FlowDraft> _flows =
        draft.Flows.ToDictionary(flow => flow.Name.Value, StringComparer.Ordinal);

    /// <summary>Notes such ways.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var check = new DeadEndCheck(draft, log);
        foreach (var flow in draft.Flows)
        {
            check.CheckStart(flow);
            check.CheckChoices(flow.Steps ?? [], null);
        }
    }

    private void CheckStart(FlowDraft flow)
    {
        var start = new Track(flow.Steps ?? [], 0, null);
        if (SilentEnd(start, [], [flow.Name.Value]) is not { } path)
        {
            return;
        }

        var isAlways = path.Count == 0 || !flow.AllSteps.Any(step => step.IsHeard || step.Branches.Count > 0);
        log.Warn(
            flow.Name.At,
            $"Flow {flow.Name.Value} ends {(isAlways ? "every call" : "some calls")} without an answer.",
            "Add a \"play\", \"ring\" or \"queue\" step, unless callers are to be turned away.",
            isAlways ? null : string.Join('\n', path));
    }

    private void CheckChoices(IReadOnlyList<StepDraft> steps, Track? after)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var rest = new Track(steps, i + 1, after);
            foreach (var branch in steps[i].Branches)
            {
                CheckChoices(branch.Steps ?? [], rest);
                if (steps[i] is EntryStepDraft && SilentEnd(TrackOf(branch, rest), [HowOf(steps[i], branch)], []) is { } path)
                {
                    NoteCutOff(steps[i], branch, path);
                }
            }
        }
    }

    private void NoteCutOff(StepDraft step, BranchDraft branch, IReadOnlyList<string> path)
    {
        var who = branch.IsChosen ? $"answers {branch.When}" : "presses nothing that fits";
        log.Warn(
            branch.IsImplied ? step.At : branch.At,
            $"A caller who {who} is cut off without a word.",
            "Add a \"play\" step that says what happens, or send the caller to someone.",
            string.Join('\n', path));
    }

    // The way to the first end of a call that comes before anything is heard; null when there is none.
    private IReadOnlyList<string>? SilentEnd(Track? track, IReadOnlyList<string> path, IReadOnlyList<string> flows)
    {
        for (; track is not null; track = track.After)
        {
            for (var i = track.From; i < track.Steps.Count; i++)
            {
                var step = track.Steps[i];
                if (step.IsHeard)
                {
                    return null;
                }

                if (step is HangUpDraft)
                {
                    return [.. path, $"line {step.At.Line}: {step.Title}"];
                }

                if (step is GoDraft { Flow: { } flow })
                {
                    return SilentEndOf(flow.Value, [.. path, $"line {step.At.Line}: {step.Title}"], flows);
                }

                if (step.Branches.Count > 0)
                {
                    return SilentEndOf(step, new Track(track.Steps, i + 1, track.After), path, flows);
                }
            }
        }

        return [.. path, "no more steps"];
    }

    private IReadOnlyList<string>? SilentEndOf(StepDraft step, Track rest, IReadOnlyList<string> path, IReadOnlyList<string> flows)
    {
        foreach (var branch in step.Branches.Where(branch => !IsTurnedAway(step, branch)))
        {
            IReadOnlyList<string> way = [.. path, HowOf(step, branch)];
            var end = branch.Flow is { } flow ? SilentEndOf(flow.Value, way, flows) : SilentEnd(TrackOf(branch, rest), way, flows);
            if (end is not null)
            {
                return end;
            }
        }

        return null;
    }

    // Circles are errors of their own, so each flow is gone through once.
    private IReadOnlyList<string>? SilentEndOf(string flow, IReadOnlyList<string> path, IReadOnlyList<string> flows) =>
        flows.Contains(flow) || !_flows.TryGetValue(flow, out var next)
            ? null
            : SilentEnd(new Track(next.Steps ?? [], 0, null), path, [.. flows, flow]);

    private Track? TrackOf(BranchDraft branch, Track rest) => branch.Flow is { } flow
        ? new Track(_flows[flow.Value].Steps ?? [], 0, null)
        : new Track(branch.Steps ?? [], 0, rest);

    // Who is hung up on by name of number, list or grade is meant to be.
    private static bool IsTurnedAway(StepDraft step, BranchDraft branch) => step is CallerStepDraft && branch.Steps is [HangUpDraft];

    private static string HowOf(StepDraft step, BranchDraft branch) => $"line {step.At.Line}: {step.Title}, {branch.When}";

    /// <summary>Steps from one on, and what comes after them.</summary>
    private sealed record Track(IReadOnlyList<StepDraft> Steps, int From, Track? After);
}
