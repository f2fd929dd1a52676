using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that sets the language of a caller, or lets him choose it.</summary>
internal static class LanguageReader
{
    private const string Example = "language: {keys: {1: en, 2: zh}}";

    private static readonly YamlKey[] Keys = [YamlKey.Required("keys", "{1: en, 2: zh}"), .. EntryRulesReader.Keys];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading)
    {
        var at = entry.Key.At;
        if (entry.Value is YamlText)
        {
            return new LanguageDraft(at, reading.Values.Text(entry.Value, entry.Key.Value), [], EntryRulesReader.Usual);
        }

        return YamlFields.Open(entry.Value, "the step language", Keys, reading.Log) is { } fields
            ? new LanguageDraft(at, null, Choices(fields, reading), EntryRulesReader.Read(fields))
            : null;
    }

    private static List<(string, Located<string>)> Choices(YamlFields fields, StepReading reading)
    {
        var choices = new List<(string, Located<string>)>();
        if (fields.Node("keys") is not YamlMap { Entries.Count: > 1 } map)
        {
            if (fields.Has("keys"))
            {
                reading.Log.Error(
                    fields.PlaceOf("keys"), "There are no languages to choose from.", $"Write two keys or more: \"{Example}\".");
            }

            return choices;
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value is not [>= '0' and <= '9'])
            {
                reading.Log.Error(
                    entry.Key.At, $"\"{Quote.Short(entry.Key.Value)}\" cannot be the key of a language.", "Write one digit, such as 1.");
            }
            else if (reading.Values.Text(entry.Value, entry.Key.Value) is { } language)
            {
                choices.Add((entry.Key.Value, language));
            }
        }

        return choices;
    }
}
