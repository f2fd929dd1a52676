using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Tells whether callers come past a step.</summary>
internal static class FlowReach
{
    /// <summary>True when a caller may go on with the step after this one.</summary>
    public static bool LetsOn(StepDraft step, SiteDraft draft) =>
        !step.IsLast
        && step switch
        {
            QueueStepDraft => draft.QueueOf(step) is not { LetsOn: false },
            CollectDraft or MenuDraft { TakesExtensions: true } => true,
            _ => step.Branches.Count == 0 || step.Branches.Any(branch => LetsOn(branch, draft)),
        };

    // Of a wrong branch nothing is held against the steps after it.
    private static bool LetsOn(BranchDraft branch, SiteDraft draft) =>
        branch.Flow is null && (branch.Steps ?? []).All(step => LetsOn(step, draft));
}
