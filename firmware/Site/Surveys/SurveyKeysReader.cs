using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Surveys;

/// <summary>Reads which keys answer a question, and what they mean.</summary>
internal static class SurveyKeysReader
{
    private const string Key = "keys";
    private const string WordsKey = "words";
    private const int Fewest = 2;
    private const int LongestWords = 40;

    /// <summary>Reads <c>keys</c> and <c>words</c> of a question.</summary>
    /// <returns>In rising order; empty when they are wrong, which is noted.</returns>
    public static IReadOnlyList<SurveyKey> Read(YamlFields question, MistakeLog log)
    {
        var digits = Digits(question, log);
        var words = Words(question, digits, log);
        return [.. digits.Select(digit => new SurveyKey(digit, words.GetValueOrDefault(digit)))];
    }

    private static List<char> Digits(YamlFields question, MistakeLog log)
    {
        if (question.Node(Key) is not { } node)
        {
            return [];
        }

        var parts = node is YamlList
            ? question.Texts(Key) ?? []
            : question.Text(Key) is { } range ? [range] : [];
        var digits = new SortedSet<char>();
        foreach (var part in parts)
        {
            if (Range(part.Value, node is YamlList) is not { } read)
            {
                log.Error(
                    part.At,
                    $"\"{Quote.Short(part.Value)}\" cannot answer a question by one key.",
                    "Write the digits from one to another, such as \"keys: 1-5\", or each of them: \"keys: [1, 2, 9]\".");
                return [];
            }

            foreach (var twice in read.Where(digit => !digits.Add(digit)))
            {
                log.Error(part.At, $"\"{Key}\" has {twice} twice.", "Remove one of the two.");
            }
        }

        if (digits.Count < Fewest && (parts.Count > 0 || node is YamlList))
        {
            log.Error(
                node.At,
                $"{(digits.Count == 0 ? "No key answers" : "Only one key answers")} the question.",
                "Write at least two digits, such as \"keys: 1-5\" or \"keys: [1, 2]\".");
        }

        return [.. digits];
    }

    // A list has single digits; alone stands a digit, or the first and the last of some.
    private static IEnumerable<char>? Range(string text, bool isSingle) => text switch
    {
        [>= '0' and <= '9'] => text,
        [>= '0' and <= '9' and var first, '-', >= '0' and <= '9' and var last] when !isSingle && first < last =>
            Enumerable.Range(first, last - first + 1).Select(digit => (char)digit),
        _ => null,
    };

    private static Dictionary<char, string> Words(YamlFields question, List<char> digits, MistakeLog log)
    {
        var words = new Dictionary<char, string>();
        switch (question.Node(WordsKey))
        {
            case null:
                break;
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    if (entry.Key.Value is [var digit] && digits.Contains(digit))
                    {
                        words[digit] = question.Values.Text(entry.Value, entry.Key.Value, LongestWords)?.Value ?? "";
                    }
                    else if (digits.Count > 0)
                    {
                        log.Error(
                            entry.Key.At,
                            $"\"{Quote.Short(entry.Key.Value)}\" is no key of the question.",
                            $"Add it to \"{Key}\", or give words to one of: {string.Join(", ", digits)}.");
                    }
                }

                break;
            case var node:
                log.Error(
                    node.At,
                    $"\"{WordsKey}\" must be keys with what they mean, not {node.Kind}.",
                    $"Write for example \"{WordsKey}: {{1: very bad, 5: very good}}\".");
                break;
        }

        return words;
    }
}
