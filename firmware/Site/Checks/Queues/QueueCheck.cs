using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Checks what the queues name: agents, prompts, flows, lines.</summary>
internal static class QueueCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var queue in draft.Queues)
        {
            CheckName(queue, draft.Groups, log);
            var agents = queue.Agents?.Select(agent => agent.Agent).ToList();
            GroupCheck.CheckMembers($"Queue {queue.Name.Value}", queue.Name.At, agents, "agent", "agents", draft.Agents, log);
            CheckCallback(queue, draft, log);
            OverflowCheck.Run(queue, log);
            foreach (var prompt in queue.Music.Prompts.Where(prompt => !draft.Prompts.Has(prompt.Value)))
            {
                SiteChecks.NoteUnknown(prompt, "prompt", "prompts", draft.Prompts, log);
            }

            if (queue.Hours is { } hours && !draft.Hours.Has(hours.Value))
            {
                SiteChecks.NoteUnknown(hours, "timetable", "hours", draft.Hours, log);
            }

            foreach (var flow in queue.Flows.Where(flow => !draft.Flows.Has(flow.Value)))
            {
                SiteChecks.NoteUnknown(flow, "flow", "flows", draft.Flows, log);
            }
        }
    }

    // Lamps and the live board name both alike.
    private static void CheckName(QueueDraft queue, IReadOnlyList<GroupDraft> groups, MistakeLog log)
    {
        if (groups.FirstOrDefault(group => group.Name.Value == queue.Name.Value) is { } group)
        {
            log.Error(
                queue.Name.At,
                $"A group has the name {queue.Name.Value} already (line {group.Name.At.Line} of the file).",
                "Give the queue another name: lamps show both alike.");
        }
    }

    private static void CheckCallback(QueueDraft queue, SiteDraft draft, MistakeLog log)
    {
        if (queue.Callback?.Over is { } over && !draft.LineGroups.Has(over.Value))
        {
            SiteChecks.NoteUnknown(over, "line group", "line-groups", draft.LineGroups, log);
        }

        if (queue.Callback is null && queue.Keys.FirstOrDefault(key => key.Does == QueueKeyAction.Callback) is { } key)
        {
            log.Error(
                key.At,
                $"Key {key.Key} asks for a callback, and the queue does not say how callers are called back.",
                "Add \"callback: {over: outside}\" to the queue, with the line group to call over.");
        }
    }
}
