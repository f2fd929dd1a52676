using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Checks the steps that send callers to a queue.</summary>
internal static class QueueStepCheck
{
    /// <summary>Notes what is wrong with a step.</summary>
    public static void Run(StepDraft step, Located<string> target, SiteDraft draft, MistakeLog log)
    {
        if (!draft.Queues.Has(target.Value))
        {
            NoteUnknown(target, draft, log);
        }

        if (step.Queue is { } queue)
        {
            CheckAgent(queue, draft.QueueOf(step), draft, log);
        }
    }

    private static void NoteUnknown(Located<string> target, SiteDraft draft, MistakeLog log)
    {
        if (draft.Groups.Has(target.Value))
        {
            log.Error(
                target.At, $"\"{target.Value}\" is a group, and callers wait in a queue here.", $"Write \"ring: {target.Value}\".");
        }
        else
        {
            SiteChecks.NoteUnknown(target, "queue", "queues", draft.Queues, log);
        }
    }

    private static void CheckAgent(QueueStepDraft step, QueueDraft? queue, SiteDraft draft, MistakeLog log)
    {
        if (step is { Agent: null, AgentFor: { } alone })
        {
            log.Error(alone.At, "\"for\" stands without \"agent\".", "Add \"agent:\" and the agent whom callers wait for, or remove it.");
        }

        if (step.Agent is not { } agent)
        {
            return;
        }

        if (!draft.Agents.Has(agent.Value))
        {
            SiteChecks.NoteUnknown(agent, "agent", "agents", draft.Agents, log);
        }
        else if (queue?.Agents is { } agents && agents.All(one => one.Agent.Value != agent.Value))
        {
            log.Error(
                agent.At,
                $"Agent {agent.Value} is not in queue {queue.Name.Value}.",
                $"Add the name to \"agents\" of the queue (line {queue.Name.At.Line}), or name one of its agents.");
        }
    }
}
