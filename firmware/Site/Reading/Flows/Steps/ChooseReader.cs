using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that goes by a value of the call.</summary>
internal static class ChooseReader
{
    private const int MostCases = 50;

    private const string Example = "choose: {by: grade, is: {gold: vip, silver: reception}, else: reception}";

    private static readonly YamlKey[] Keys =
        [YamlKey.Required("by", "grade"), YamlKey.Required("is", "{gold: vip}"), YamlKey.Optional("else")];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading) =>
        YamlFields.Open(entry.Value, "the step choose", Keys, reading.Log) is { } fields
            ? new ChooseDraft(entry.Key.At, fields.Text("by"), Cases(fields, reading), BranchReader.Read(fields, "else", reading))
            : null;

    private static IReadOnlyList<BranchDraft> Cases(YamlFields fields, StepReading reading)
    {
        switch (fields.Node("is"))
        {
            case null:
                return [];
            case YamlMap { Entries.Count: > 0 and <= MostCases } map:
                return [.. map.Entries.Select(entry => BranchReader.Read(entry.Value, entry.Key.Value, reading, isChosen: false))];
            case var node:
                reading.Log.Error(
                    node.At,
                    $"\"is\" must be 1 to {MostCases} values, each with where it leads, not {node.Kind}.",
                    $"Write for example \"{Example}\".");
                return [];
        }
    }
}
