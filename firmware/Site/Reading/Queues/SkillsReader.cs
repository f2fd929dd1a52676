using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads skills: those of an agent with their levels, those that a queue or a step asks for without.</summary>
internal static class SkillsReader
{
    /// <summary>Reads <c>skills</c> of an agent; empty without the key.</summary>
    public static IReadOnlyList<SkillDraft> WithLevels(YamlFields agent, MistakeLog log)
    {
        switch (agent.Node("skills"))
        {
            case null:
                return [];
            case YamlMap map:
                NoteTooMany(map.Entries.Select(entry => entry.Key.At), log);
                return [.. map.Entries.Take(QueueDefaults.MostSkills).Select(entry => Skill(entry, agent.Values, log))];
            case YamlList list:
                NoteNoLevels(list, log);

                // Queues that ask for them are not wrong as well.
                var names = list.Items.Take(QueueDefaults.MostSkills).OfType<YamlText>();
                return [.. names.Select(name => new SkillDraft(new Located<string>(name.Text, name.At), null))];
            case var node:
                NoteNoLevels(node, log);
                return [];
        }
    }

    /// <summary>Reads <c>skills</c> of a queue or a step; empty without the key.</summary>
    public static IReadOnlyList<Located<string>> Names(YamlFields fields, MistakeLog log)
    {
        var names = fields.Texts("skills") ?? [];
        NoteTooMany(names.Select(name => name.At), log);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var twice in names.Take(QueueDefaults.MostSkills).Where(name => !seen.Add(name.Value)))
        {
            log.Error(twice.At, $"\"skills\" has {twice.Value} twice.", "Remove one of the two.");
        }

        return [.. names.Take(QueueDefaults.MostSkills)];
    }

    private static SkillDraft Skill(YamlEntry entry, YamlValues values, MistakeLog log)
    {
        Section.CheckName(entry.Key, "skill", log);
        return new SkillDraft(entry.Key, values.Number(entry.Value, entry.Key.Value, 1, QueueDefaults.WorstLevel)?.Value);
    }

    private static void NoteNoLevels(YamlNode node, MistakeLog log) => log.Error(
        node.At,
        $"\"skills\" of an agent must be names with levels, not {node.Kind}.",
        $"Write them in braces, each with a level from 1 (best) to {QueueDefaults.WorstLevel}: \"skills: {{billing: 1}}\".");

    private static void NoteTooMany(IEnumerable<Place> places, MistakeLog log)
    {
        if (places.Skip(QueueDefaults.MostSkills).Take(1).ToList() is [var first])
        {
            log.Error(first, $"\"skills\" has more than {QueueDefaults.MostSkills} entries.", "Remove those that are not needed.");
        }
    }
}
