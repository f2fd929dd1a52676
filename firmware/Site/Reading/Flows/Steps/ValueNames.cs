using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the names of values that a call has.</summary>
internal static partial class ValueNames
{
    /// <summary>Reads a name that a step gives to a value.</summary>
    public static Located<string>? Read(YamlFields fields, string key, MistakeLog log) =>
        fields.Text(key) is { } name && IsGood(name, log) ? name : null;

    /// <summary>True for a name that a value can have; otherwise a mistake is noted.</summary>
    public static bool IsGood(Located<string> name, MistakeLog log)
    {
        if (name.Value is LookUpDraft.CallerWord or LookUpDraft.LanguageWord)
        {
            var what = name.Value == LookUpDraft.CallerWord ? "number" : "language";
            log.Error(name.At, $"\"{name.Value}\" is the {what} of the caller already.", "Give the value another name.");
            return false;
        }

        if (GoodName().IsMatch(name.Value))
        {
            return true;
        }

        log.Error(
            name.At,
            $"\"{Quote.Short(name.Value)}\" cannot be the name of a value.",
            "Write up to 40 letters, digits, hyphens and underscores, such as \"customer\".");
        return false;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoodName();
}
