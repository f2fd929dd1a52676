using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads the agents, why they pause, and the grades of callers.</summary>
internal static class AgentsReader
{
    private static readonly YamlKey[] AgentKeys =
    [
        YamlKey.Required("name", "Ana"),
        YamlKey.Required("code", "11"),
        YamlKey.Optional("phone"),
        YamlKey.Optional("outside"),
        YamlKey.Optional("over"),
        YamlKey.Optional("skills"),
        YamlKey.Optional("supervisor"),
    ];

    private static readonly YamlKey[] GradeKeys =
        [YamlKey.Required("head-start", "5 min"), YamlKey.Required("numbers", "[\"+1 312 555 0142\"]")];

    /// <summary>Reads <c>agents</c>.</summary>
    public static IReadOnlyList<AgentDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "agents", "ana: {name: Ana, code: 11}", log).Select(entry => Agent(entry, log))];

    /// <summary>Reads <c>pause-reasons</c>.</summary>
    public static IReadOnlyList<CodeDraft> ReadPauseReasons(YamlFields file, MistakeLog log) =>
        CodesReader.Read(file, "pause-reasons", CodeKind.PauseReason, log);

    /// <summary>Reads <c>grades</c>.</summary>
    public static IReadOnlyList<GradeDraft> ReadGrades(YamlFields file, MistakeLog log)
    {
        const string Example = "gold: {head-start: 5 min, numbers: [\"+1 312 555 0142\"]}";
        return [.. Section.Entries(file, "grades", Example, log).Select(entry => Grade(entry, log))];
    }

    private static AgentDraft Agent(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "agent", log);
        if (YamlFields.Open(entry.Value, $"agent {entry.Key.Value}", AgentKeys, log) is not { } fields)
        {
            return new AgentDraft(entry.Key, null, null);
        }

        return new AgentDraft(entry.Key, fields.Text("name", longest: 60), fields.Text("code"))
        {
            Phone = fields.Text("phone"),
            Outside = fields.Text("outside"),
            Over = fields.Text("over"),
            IsSupervisor = fields.Flag("supervisor")?.Value ?? false,
            Skills = SkillsReader.WithLevels(fields, log),
        };
    }

    private static GradeDraft Grade(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "grade", log);
        var fields = YamlFields.Open(entry.Value, $"grade {entry.Key.Value}", GradeKeys, log);
        return new GradeDraft(
            entry.Key, fields?.Duration("head-start", TimeSpan.Zero, QueueDefaults.LongestHeadStart)?.Value, fields?.Texts("numbers"));
    }
}
