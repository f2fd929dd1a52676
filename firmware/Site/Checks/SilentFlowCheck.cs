using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Finds flows that end every call before the caller has heard anything. Only for flows without errors.</summary>
internal static class SilentFlowCheck
{
    /// <summary>Notes such flows.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var flows = draft.Flows.ToDictionary(flow => flow.Name.Value, StringComparer.Ordinal);
        foreach (var flow in draft.Flows.Where(flow => IsSilent(flow, flows)))
        {
            log.Warn(
                flow.Name.At,
                $"Flow {flow.Name.Value} ends every call without an answer.",
                "Add a \"play\", \"ring\" or \"queue\" step, unless callers are to be turned away.");
        }
    }

    private static bool IsSilent(FlowDraft flow, Dictionary<string, FlowDraft> flows)
    {
        for (var current = flow; ; current = flows[FlowLoopCheck.GoOf(current)!.Value.Value])
        {
            if ((current.Steps ?? []).Any(step => step.Kind is StepKind.Play or StepKind.Ring or StepKind.Queue))
            {
                return false;
            }

            if (FlowLoopCheck.GoOf(current) is null)
            {
                return true;
            }
        }
    }
}
