using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Finds what is said of queues and their agents and makes no difference. Only for sites without errors.</summary>
internal static class QueueUseCheck
{
    /// <summary>Notes it.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        SkillCheck.Warn(draft, log);
        foreach (var queue in draft.Queues)
        {
            WarnOfEvery(queue.Music, log);
            WarnOfMessage(queue, log);
            WarnOfAlarm(queue, log);
            WarnOfCodes(queue.Dispositions, log);
        }

        if (draft.PauseReasons is [var reason, ..] && draft.Agents.Count == 0)
        {
            log.Warn(
                reason.Digits.At,
                "Nothing uses \"pause-reasons\": there is no agent.",
                "Add \"agents\", or remove the section.");
        }

        if (draft.Grades is [var grade, ..] && draft.Queues.Count == 0)
        {
            log.Warn(grade.Name.At, "Nothing uses \"grades\": there is no queue.", "Add \"queues\", or remove the section.");
        }
    }

    private static void WarnOfEvery(QueueMusicDraft music, MistakeLog log)
    {
        if (music is { EveryAt: { } at, Messages.Count: 0, Settings: { SaysPosition: false, SaysWait: false } })
        {
            log.Warn(at, "\"every\" does nothing: the music is never interrupted.", "Add \"messages\" or \"say\", or remove it.");
        }
    }

    private static void WarnOfMessage(QueueDraft queue, MistakeLog log)
    {
        if (queue.MessageAt is { } at && queue.Keys.All(key => key.Does != QueueKeyAction.Message)
            && !queue.Overflow.Any(rule => rule.Rule is { TakesMessage: true }))
        {
            log.Warn(at, "\"message\" does nothing: no key and no rule leaves one.", "Add \"keys: {2: message}\", or remove it.");
        }
    }

    private static void WarnOfAlarm(QueueDraft queue, MistakeLog log)
    {
        if (queue is { AlarmAgents: { } fewest, Agents: { } agents } && fewest.Value > agents.Count)
        {
            log.Warn(
                fewest.At,
                $"The alarm never ends: queue {queue.Name.Value} has fewer agents ({agents.Count}) than are wanted.",
                $"Write at most {agents.Count}, or add agents to the queue.");
        }
    }

    private static void WarnOfCodes(IReadOnlyList<CodeDraft> codes, MistakeLog log)
    {
        foreach (var code in codes.Where(code => code.Digits.Value.Length == 1))
        {
            var digit = code.Digits.Value;
            if (codes.FirstOrDefault(other => other.Digits.Value is [var first, _] && first == digit[0]) is { } longer)
            {
                log.Warn(
                    code.Digits.At,
                    $"{longer.Digits.Value} begins with {digit}, so whoever dials {digit} waits until no digit can follow.",
                    "Give all dispositions of the queue codes of one length.");
            }
        }
    }
}
