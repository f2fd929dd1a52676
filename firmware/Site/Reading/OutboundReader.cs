using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Reading.Outbound;

namespace Switchhook.Site.Reading;

/// <summary>Reads the rules for calls out.</summary>
internal static class OutboundReader
{
    private const int MostRules = 100;

    private const string Example = "- {prefix: 9, digits: 7-15, over: outside}";

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("prefix"),
        YamlKey.Optional("starts"),
        YamlKey.Optional("digits"),
        YamlKey.Required("over", "outside"),
        .. RuleTermsReader.Keys,
    ];

    /// <summary>Reads <c>outbound</c>.</summary>
    public static IReadOnlyList<OutboundDraft> Read(YamlFields file, MistakeLog log)
    {
        if (file.Node("outbound") is not { } node)
        {
            return [];
        }

        if (node is YamlList { Items.Count: > MostRules } tooLong)
        {
            log.Error(
                tooLong.Items[MostRules].At, $"There are more than {MostRules} rules.", "Put numbers with the same lines into one rule.");
        }

        if (node is YamlList list)
        {
            return [.. list.Items.Take(MostRules).Select(item => Rule(item, log)).OfType<OutboundDraft>()];
        }

        log.Error(node.At, $"\"outbound\" must be a list of rules, not {node.Kind}.", $"Write each rule after a hyphen: \"{Example}\".");
        return [];
    }

    private static OutboundDraft? Rule(YamlNode item, MistakeLog log)
    {
        if (YamlFields.Open(item, "an outbound rule", Keys, log) is not { } fields)
        {
            return null;
        }

        var digits = Digits(fields, log);
        var starts = Starts(fields, digits, log);
        var over = RuleTermsReader.OneOrMore(fields, "over", log);
        var prefix = Prefix(fields, log);
        var terms = RuleTermsReader.Read(fields, log) with { Then = [.. over.Skip(1)] };

        // With a wrong prefix it would look as if there were none.
        return prefix is null && fields.Has("prefix")
            ? null
            : new OutboundDraft(fields.At, prefix, starts, digits, over is [var first, ..] ? first : null) { Terms = terms };
    }

    private static Located<string>? Prefix(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("prefix") is not { } prefix)
        {
            return null;
        }

        if (prefix.Value.Length <= SiteDefaults.LongestPrefix && prefix.Value.All(char.IsAsciiDigit))
        {
            return prefix;
        }

        log.Error(
            prefix.At,
            $"\"{prefix.Value}\" cannot be a prefix.",
            $"Write 1 to {SiteDefaults.LongestPrefix} digits that a user dials before the number, such as 9; or leave the key out.");
        return null;
    }

    private static List<Located<string>> Starts(YamlFields fields, Located<(int Least, int Most)>? digits, MistakeLog log)
    {
        if (fields.Texts("starts") is not { } starts)
        {
            return [];
        }

        if (starts.Count == 0)
        {
            log.Error(
                fields.PlaceOf("starts"),
                "\"starts\" is empty.",
                "Write the beginnings of the allowed numbers, or leave the key out to allow all.");
        }

        var longest = digits?.Value.Most ?? SiteDefaults.MostDigits;
        foreach (var start in starts.Where(start => start.Value.Length > longest || !start.Value.All(char.IsAsciiDigit)))
        {
            log.Error(
                start.At,
                $"\"{start.Value}\" cannot be the beginning of a number.",
                $"Write 1 to {longest} digits as they are dialled after the prefix, without spaces and without +.");
        }

        return [.. starts];
    }

    private static Located<(int Least, int Most)>? Digits(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("digits") is not { } digits)
        {
            return null;
        }

        if (DigitRange.Parse(digits.Value, SiteDefaults.MostDigits) is { } range)
        {
            return new Located<(int, int)>(range, digits.At);
        }

        log.Error(
            digits.At,
            $"\"{digits.Value}\" is no range of lengths.",
            $"Write how many digits a number has after the prefix, such as 10 or 7-15; at most {SiteDefaults.MostDigits}.");
        return null;
    }
}
