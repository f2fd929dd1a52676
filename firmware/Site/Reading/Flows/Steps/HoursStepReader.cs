using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that goes by the hours.</summary>
internal static class HoursStepReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("name", "office"), YamlKey.Optional("open"), YamlKey.Optional("closed"), YamlKey.Optional("holiday"),
    ];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading)
    {
        if (entry.Value is YamlText)
        {
            reading.Log.Error(
                entry.Value.At,
                "The step \"hours\" does not say where callers go.",
                $"Write \"hours: {{name: {(entry.Value as YamlText)?.Text}, closed: night}}\", with the flow for those who call too late.");
            return null;
        }

        if (YamlFields.Open(entry.Value, "the step hours", Keys, reading.Log) is not { } fields)
        {
            return null;
        }

        if (!fields.Has("open") && !fields.Has("closed") && !fields.Has("holiday") && !fields.HasUnknown)
        {
            reading.Log.Error(entry.Key.At, "The hours make no difference.", "Say where callers go while it is \"closed\".");
        }

        return new HoursStepDraft(
            entry.Key.At,
            fields.Text("name"),
            BranchReader.Read(fields, "open", reading),
            BranchReader.Read(fields, "closed", reading),
            fields.Has("holiday") ? BranchReader.Read(fields, "holiday", reading) : null);
    }
}
