using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads a step that sends callers to a queue and says more than its name.</summary>
internal static class QueueStepReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("name", "appointments"),
        YamlKey.Optional("head-start"),
        YamlKey.Optional("skills"),
        YamlKey.Optional("agent"),
        YamlKey.Optional("for"),
    ];

    /// <summary>Reads what stands after <c>queue:</c>.</summary>
    /// <param name="at">Where the step begins.</param>
    /// <param name="node">Its keys.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static StepDraft Read(Place at, YamlMap node, MistakeLog log)
    {
        if (YamlFields.Open(node, "the step queue", Keys, log) is not { } fields)
        {
            return new StepDraft(at, StepKind.Queue, null);
        }

        return new StepDraft(at, StepKind.Queue, fields.Text("name"))
        {
            Queue = new QueueStepDraft(
                fields.Duration("head-start", TimeSpan.Zero, QueueDefaults.LongestHeadStart)?.Value ?? TimeSpan.Zero,
                SkillsReader.Names(fields, log),
                fields.Text("agent"),
                fields.Duration("for", QueueDefaults.Shortest, QueueDefaults.LongestHold)),
        };
    }
}
