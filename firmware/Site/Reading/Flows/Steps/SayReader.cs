using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that says a value.</summary>
internal static class SayReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Required("value", "customer"), YamlKey.Optional("as")];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading)
    {
        if (entry.Value is YamlText)
        {
            return new SayDraft(entry.Key.At, reading.Values.Text(entry.Value, entry.Key.Value), ValueKind.Digits);
        }

        return YamlFields.Open(entry.Value, "the step say", Keys, reading.Log) is { } fields
            ? new SayDraft(entry.Key.At, fields.Text("value"), fields.Choice<ValueKind>("as")?.Value ?? ValueKind.Digits)
            : null;
    }
}
