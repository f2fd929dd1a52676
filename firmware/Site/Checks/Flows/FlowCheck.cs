using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Checks the routes of the lines and trunks and the steps of the flows.</summary>
internal static class FlowCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var route in draft.Routes.Where(route => !draft.Flows.Has(route.Value)))
        {
            SiteChecks.NoteUnknown(route, "flow", "flows", draft.Flows, log);
        }

        foreach (var flow in draft.Flows)
        {
            if (flow.IsEmpty)
            {
                log.Error(
                    flow.Name.At,
                    $"Flow {flow.Name.Value} has no steps.",
                    "Write at least one step, such as \"- ring: front-desk\", or remove the flow.");
            }

            CheckReach(flow.Steps ?? [], draft, log);
            foreach (var step in flow.AllSteps)
            {
                CheckStep(step, draft, log);
            }
        }
    }

    private static void CheckStep(StepDraft step, SiteDraft draft, MistakeLog log)
    {
        foreach (var part in step.Names)
        {
            PartNameCheck.Run(part, draft, log);
        }

        foreach (var branch in step.Branches)
        {
            CheckBranch(branch, draft, log);
        }

        StepCheck.Run(step, draft, log);
    }

    private static void CheckBranch(BranchDraft branch, SiteDraft draft, MistakeLog log)
    {
        if (branch.Flow is { } flow && !draft.Flows.Has(flow.Value))
        {
            PartNameCheck.NoteUnknownFlow(flow, draft, log);
        }

        CheckReach(branch.Steps ?? [], draft, log);
    }

    private static void CheckReach(IReadOnlyList<StepDraft> steps, SiteDraft draft, MistakeLog log)
    {
        var last = steps.FirstOrDefault(step => !FlowReach.LetsOn(step, draft));
        var unreachable = last is null ? null : steps.SkipWhile(step => step != last).Skip(1).FirstOrDefault();
        if (unreachable is not null)
        {
            log.Error(
                unreachable.At,
                $"This step is never reached: the call leaves the flow in line {last!.At.Line}.",
                last is QueueStepDraft ? "Remove it, or let the queue overflow without \"to\": its callers go on with this step then."
                : last.Branches.Count > 0 ? $"Remove it, or let a branch of \"{last.Word}\" lead to \"next\"."
                : $"Remove it, or move it above \"{last.Word}\".");
        }
    }
}
