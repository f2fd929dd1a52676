using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Queues;
using Switchhook.Site.Reading.Queues;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that sets what the caller gets in queues.</summary>
internal static class SetReader
{
    private static readonly YamlKey[] Keys =
        [YamlKey.Optional("head-start"), YamlKey.Optional("skills"), YamlKey.Optional("agent"), YamlKey.Optional("grade")];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading)
    {
        if (YamlFields.Open(entry.Value, "the step set", Keys, reading.Log) is not { } fields)
        {
            return null;
        }

        if (!Keys.Any(key => fields.Has(key.Name)) && !fields.HasUnknown)
        {
            reading.Log.Error(entry.Key.At, "The step \"set\" sets nothing.", "Write for example \"set: {head-start: 5 min}\".");
        }

        return new SetDraft(entry.Key.At)
        {
            HeadStart = fields.Duration("head-start", TimeSpan.Zero, QueueDefaults.LongestHeadStart)?.Value,
            Skills = fields.Has("skills") ? SkillsReader.Names(fields, reading.Log) : null,
            Agent = fields.Text("agent"),
            Grade = fields.Text("grade"),
        };
    }
}
