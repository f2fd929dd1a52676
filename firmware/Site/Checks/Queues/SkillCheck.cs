using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Reading;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Checks that callers who need skills can find someone who has them.</summary>
internal static class SkillCheck
{
    /// <summary>Notes skills that nobody has.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var known = draft.Agents.SelectMany(agent => agent.Skills).Select(skill => skill.Name.Value).ToHashSet(StringComparer.Ordinal);
        known.UnionWith([.. known.Select(Section.Suggest)]);
        foreach (var skill in Wanted(draft).Where(skill => !known.Contains(skill.Value)))
        {
            var nearest = log.IsFull ? null : NearestWord.Of(skill.Value, known);
            log.Error(
                skill.At,
                $"No agent has the skill \"{skill.Value}\".",
                nearest is not null
                    ? $"Write \"{nearest}\" instead."
                    : "Give it to an agent with its level, such as \"skills: {billing: 1}\", or remove it.");
        }
    }

    /// <summary>Notes callers who would wait for nobody, and skills that nobody asks for. Only for sites without errors.</summary>
    public static void Warn(SiteDraft draft, MistakeLog log)
    {
        var agents = draft.Agents.ToDictionary(agent => agent.Name.Value, StringComparer.Ordinal);
        var steps = StepsOf(draft).ToLookup(step => step.Queue?.Value, step => step.Settings.Skills);
        foreach (var queue in draft.Queues)
        {
            var members = (queue.Agents ?? []).Select(member => agents[member.Agent.Value]).ToList();
            WarnOfNobody(queue, queue.Skills, members, log);
            foreach (var skills in steps[queue.Name.Value])
            {
                WarnOfNobody(queue, [.. skills, .. queue.Skills], members, log);
            }

            if (queue is { Widen: { } widen, Skills.Count: 0 } && !steps.Contains(queue.Name.Value))
            {
                log.Warn(widen.At, "\"widen\" does nothing: no caller needs skills here.", "Add \"skills\" to the queue, or remove it.");
            }
        }

        WarnOfUnused(draft, log);
    }

    private static void WarnOfNobody(
        QueueDraft queue, IReadOnlyList<Located<string>> skills, IReadOnlyList<AgentDraft> members, MistakeLog log)
    {
        if (skills is [var first, ..] && !members.Any(member => skills.All(skill => member.Can(skill.Value))))
        {
            var all = string.Join(" and ", skills.Select(skill => skill.Value).Distinct(StringComparer.Ordinal));
            log.Warn(
                first.At,
                $"No agent of queue {queue.Name.Value} can take these callers: none has {all}.",
                "Add an agent who can, or give the skill to one of the queue.");
        }
    }

    private static void WarnOfUnused(SiteDraft draft, MistakeLog log)
    {
        var wanted = Wanted(draft).Select(skill => skill.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var skill in draft.Agents.SelectMany(agent => agent.Skills).Where(skill => !wanted.Contains(skill.Name.Value)))
        {
            log.Warn(
                skill.Name.At,
                $"No queue asks for the skill {skill.Name.Value}.",
                "Name it in \"skills\" of a queue or of a \"queue\" step, or remove it.");
        }
    }

    private static IEnumerable<Located<string>> Wanted(SiteDraft draft) =>
        draft.Queues.SelectMany(queue => queue.Skills)
            .Concat(StepsOf(draft).SelectMany(step => step.Settings.Skills))
            .Concat(draft.AllSteps.OfType<SetDraft>().SelectMany(step => step.Skills ?? []));

    // Those that ask for skills of their own.
    private static IEnumerable<QueueStepDraft> StepsOf(SiteDraft draft) =>
        draft.AllSteps.OfType<QueueStepDraft>().Where(step => step.Settings.Skills.Count > 0);
}
