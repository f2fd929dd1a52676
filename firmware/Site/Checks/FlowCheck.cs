using Switchhook.Hardware.Yaml;
using Switchhook.Site.Checks.Queues;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

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
            CheckSteps(flow, draft, log);
        }
    }

    private static void CheckSteps(FlowDraft flow, SiteDraft draft, MistakeLog log)
    {
        if (flow.IsEmpty)
        {
            log.Error(
                flow.Name.At,
                $"Flow {flow.Name.Value} has no steps.",
                "Write at least one step, such as \"- ring: front-desk\", or remove the flow.");
        }

        var steps = flow.Steps ?? [];
        foreach (var step in steps)
        {
            CheckTarget(step, draft, log);
        }

        var last = steps.FirstOrDefault(step => step.IsLast || draft.QueueOf(step) is { LetsOn: false });
        var unreachable = last is null ? null : steps.SkipWhile(step => step != last).Skip(1).FirstOrDefault();
        if (unreachable is not null)
        {
            log.Error(
                unreachable.At,
                $"This step is never reached: the call leaves the flow in line {last!.At.Line}.",
                last.Kind == StepKind.Queue
                    ? "Remove it, or let the queue overflow without \"to\": its callers go on with this step then."
                    : $"Remove it, or move it above \"{KebabCase.Of(last.Kind)}\".");
        }
    }

    private static void CheckTarget(StepDraft step, SiteDraft draft, MistakeLog log)
    {
        if (step.Target is not { } target)
        {
            return;
        }

        switch (step.Kind)
        {
            case StepKind.Play when !draft.Prompts.Has(target.Value):
                SiteChecks.NoteUnknown(target, "prompt", "prompts", draft.Prompts, log);
                break;
            case StepKind.Ring when !draft.Groups.Has(target.Value) && draft.Phones.Has(target.Value):
                log.Error(
                    target.At,
                    $"\"{target.Value}\" is a phone, and a group is rung here.",
                    $"Add a group with this phone under \"groups:\" ({{phones: [{target.Value}]}}), and write its name.");
                break;
            case StepKind.Ring when !draft.Groups.Has(target.Value) && draft.Queues.Has(target.Value):
                log.Error(target.At, $"\"{target.Value}\" is a queue, and a group is rung here.", $"Write \"queue: {target.Value}\".");
                break;
            case StepKind.Ring when !draft.Groups.Has(target.Value):
                SiteChecks.NoteUnknown(target, "group", "groups", draft.Groups, log);
                break;
            case StepKind.Go when !draft.Flows.Has(target.Value):
                SiteChecks.NoteUnknown(target, "flow", "flows", draft.Flows, log);
                break;
            case StepKind.Queue:
                QueueStepCheck.Run(step, target, draft, log);
                break;
            default:
                break;
        }
    }
}
