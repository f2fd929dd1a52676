using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the steps that wait for keys of the caller.</summary>
internal static class EntryStepReaders
{
    private const string PromptKey = "prompt";
    private const string ElseKey = "else";
    private const string KeysExample = "{1: appointments, 2: billing}";

    /// <summary>Most digits of a key of a menu.</summary>
    private const int LongestKey = 4;

    /// <summary>Most keys of a menu; nobody remembers more.</summary>
    private const int MostKeys = 30;

    /// <summary>Most digits that a caller enters.</summary>
    private const int MostDigits = 20;

    private static readonly YamlKey[] MenuKeys =
    [
        YamlKey.Required(PromptKey, "main-menu"), YamlKey.Required("keys", KeysExample), YamlKey.Optional("extensions"),
        YamlKey.Optional(ElseKey), .. EntryRulesReader.Keys,
    ];

    private static readonly YamlKey[] CollectKeys =
    [
        YamlKey.Required(PromptKey, "enter-number"), YamlKey.Required("as", "customer"), YamlKey.Required("digits", "4-8"),
        YamlKey.Optional(ElseKey), .. EntryRulesReader.Keys,
    ];

    private static readonly YamlKey[] AskKeys =
    [
        YamlKey.Required(PromptKey, "new-customer"), YamlKey.Optional("yes"), YamlKey.Optional("no"), YamlKey.Optional(ElseKey),
        .. EntryRulesReader.Keys,
    ];

    /// <summary>Reads <c>menu</c>.</summary>
    public static StepDraft? Menu(YamlEntry entry, StepReading reading)
    {
        if (YamlFields.Open(entry.Value, "the step menu", MenuKeys, reading.Log) is not { } fields)
        {
            return null;
        }

        return new MenuDraft(entry.Key.At, fields.Text(PromptKey), EntryRulesReader.Read(fields), Choices(fields, reading))
        {
            TakesExtensions = fields.Flag("extensions")?.Value ?? false,
            Else = BranchReader.Read(fields, ElseKey, reading),
        };
    }

    /// <summary>Reads <c>collect</c>.</summary>
    public static StepDraft? Collect(YamlEntry entry, StepReading reading)
    {
        if (YamlFields.Open(entry.Value, "the step collect", CollectKeys, reading.Log) is not { } fields)
        {
            return null;
        }

        var into = ValueNames.Read(fields, "as", reading.Log);
        return new CollectDraft(entry.Key.At, fields.Text(PromptKey), EntryRulesReader.Read(fields), into)
        {
            Digits = Digits(fields, reading.Log),
            Else = BranchReader.Read(fields, ElseKey, reading),
        };
    }

    /// <summary>Reads <c>ask</c>.</summary>
    public static StepDraft? Ask(YamlEntry entry, StepReading reading)
    {
        if (YamlFields.Open(entry.Value, "the step ask", AskKeys, reading.Log) is not { } fields)
        {
            return null;
        }

        if (!fields.Has("yes") && !fields.Has("no") && !fields.HasUnknown)
        {
            reading.Log.Error(entry.Key.At, "The answer makes no difference.", "Say where \"yes\" leads, or where \"no\" does.");
        }

        return new AskDraft(
            entry.Key.At,
            fields.Text(PromptKey),
            EntryRulesReader.Read(fields),
            BranchReader.Read(fields, "yes", reading, isChosen: true),
            BranchReader.Read(fields, "no", reading, isChosen: true))
        {
            Else = BranchReader.Read(fields, ElseKey, reading),
        };
    }

    private static List<BranchDraft> Choices(YamlFields fields, StepReading reading)
    {
        if (fields.Node("keys") is not { } node)
        {
            return [];
        }

        if (node is not YamlMap { Entries.Count: > 0 and <= MostKeys } map)
        {
            reading.Log.Error(
                node.At,
                $"\"keys\" must be 1 to {MostKeys} keys, each with where it leads, not {node.Kind}.",
                $"Write for example \"keys: {KeysExample}\".");
            return [];
        }

        var choices = new List<BranchDraft>();
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value.Length > LongestKey || !entry.Key.Value.All(char.IsAsciiDigit))
            {
                reading.Log.Error(
                    entry.Key.At,
                    $"\"{Quote.Short(entry.Key.Value)}\" cannot be a key of a menu.",
                    $"Write 1 to {LongestKey} digits, such as 1; what comes without a key stands under \"{ElseKey}\".");
            }

            choices.Add(BranchReader.Read(entry.Value, entry.Key.Value, reading, isChosen: true));
        }

        return choices;
    }

    private static (int Least, int Most)? Digits(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("digits") is not { } digits)
        {
            return null;
        }

        if (DigitRange.Parse(digits.Value, MostDigits) is { } range)
        {
            return range;
        }

        log.Error(
            digits.At,
            $"\"{digits.Value}\" is no number of digits.",
            $"Write how many digits the caller enters, such as 6 or 4-8; at most {MostDigits}.");
        return null;
    }
}
