using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that looks a value up in a table.</summary>
internal static class LookUpReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("in", "customers"), YamlKey.Optional("by"), YamlKey.Optional("found"), YamlKey.Optional("missing"),
        YamlKey.Optional("failed"),
    ];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading)
    {
        if (entry.Value is YamlText)
        {
            var name = reading.Values.Text(entry.Value, entry.Key.Value);
            return new LookUpDraft(entry.Key.At, name, null, Next("found"), Next("missing"), Next("failed"));
        }

        return YamlFields.Open(entry.Value, "the step look-up", Keys, reading.Log) is { } fields
            ? new LookUpDraft(
                entry.Key.At,
                fields.Text("in"),
                fields.Text("by"),
                BranchReader.Read(fields, "found", reading),
                BranchReader.Read(fields, "missing", reading),
                BranchReader.Read(fields, "failed", reading))
            : null;

        BranchDraft Next(string when) => BranchReader.Next(when, entry.Key.At);
    }
}
