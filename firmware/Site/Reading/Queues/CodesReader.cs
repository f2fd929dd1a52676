using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads digits with their words: <c>{1: lunch, 2: training}</c>.</summary>
internal static class CodesReader
{
    /// <summary>Reads a key that holds some; empty without it.</summary>
    public static IReadOnlyList<CodeDraft> Read(YamlFields fields, string key, CodeKind kind, MistakeLog log)
    {
        switch (fields.Node(key))
        {
            case null:
                return [];
            case YamlMap map:
                return Codes(map, fields.Values, kind, log);
            case var node:
                log.Error(
                    node.At,
                    $"\"{key}\" must be digits, each with its words, not {node.Kind}.",
                    $"Write for example \"{key}: {{{Example(kind)}}}\".");
                return [];
        }
    }

    private static List<CodeDraft> Codes(YamlMap map, YamlValues values, CodeKind kind, MistakeLog log)
    {
        var codes = new List<CodeDraft>();
        var seen = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map.Entries)
        {
            CheckDigits(entry.Key, kind, log);
            if (values.Text(entry.Value, entry.Key.Value, QueueDefaults.LongestWords) is not { } words)
            {
                continue;
            }

            if (!seen.TryAdd(words.Value, words.At))
            {
                log.Error(
                    words.At, $"\"{words.Value}\" has digits already (line {seen[words.Value].Line}).", "Remove one of the two.");
            }

            codes.Add(new CodeDraft(entry.Key, words));
        }

        return codes;
    }

    private static void CheckDigits(Located<string> digits, CodeKind kind, MistakeLog log)
    {
        var isRight = digits.Value.All(char.IsAsciiDigit) && kind switch
        {
            CodeKind.PauseReason => digits.Value.Length == 1 && digits.Value != "0",
            CodeKind.Disposition => digits.Value.Length is 1 or 2,
        };
        if (!isRight)
        {
            log.Error(
                digits.At,
                $"\"{digits.Value}\" cannot be dialled for {What(kind)}.",
                $"Write {Digits(kind)} and after the colon the words: \"{Example(kind)}\".");
        }
    }

    private static string What(CodeKind kind) => kind switch
    {
        CodeKind.PauseReason => "a pause reason",
        CodeKind.Disposition => "a disposition",
    };

    private static string Digits(CodeKind kind) => kind switch
    {
        CodeKind.PauseReason => "one digit from 1 to 9",
        CodeKind.Disposition => "one or two digits",
    };

    private static string Example(CodeKind kind) => kind switch
    {
        CodeKind.PauseReason => "1: lunch",
        CodeKind.Disposition => "1: appointment made",
    };
}

/// <summary>Digits that agents dial and that have words: pause reasons, dispositions.</summary>
internal enum CodeKind
{
    /// <summary>One digit from 1 to 9.</summary>
    PauseReason,

    /// <summary>One or two digits.</summary>
    Disposition,
}
