using System.Globalization;

namespace Switchhook.Hardware.Yaml;

/// <summary>Reads single values: each method gives null for a wrong value, and notes it with its cure.</summary>
/// <param name="log">Takes the mistakes.</param>
public sealed class YamlValues(MistakeLog log)
{
    /// <summary>Most characters of a text where nothing else is said.</summary>
    public const int LongestText = 200;

    /// <summary>Most entries of a list.</summary>
    public const int LongestList = 1000;

    /// <summary>A text that is not empty and has no control characters but line ends.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">Its name for messages, mostly its key.</param>
    /// <param name="longest">Most characters.</param>
    public Located<string>? Text(YamlNode node, string name, int longest = LongestText)
    {
        if (node is not YamlText { IsEmpty: false } text || string.IsNullOrWhiteSpace(text.Text))
        {
            log.Error(
                node.At,
                node is YamlText ? $"\"{name}\" has no value." : $"\"{name}\" must be one value, not {node.Kind}.",
                $"Write one value after \"{name}:\", or remove the key if it is not needed.");
            return null;
        }

        if (text.Text.Length > longest)
        {
            log.Error(node.At, $"\"{name}\" has {text.Text.Length} characters.", $"Shorten it to at most {longest}.");
            return null;
        }

        if (text.Text.Any(character => char.IsControl(character) && character != '\n'))
        {
            log.Error(node.At, $"\"{name}\" has a character in it that cannot be shown.", "Type the text again, without copying it.");
            return null;
        }

        return new Located<string>(text.Text.Trim(), node.At);
    }

    /// <summary>A whole number.</summary>
    public Located<int>? Number(YamlNode node, string name, int least, int most)
    {
        if (node is YamlText text
            && int.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return new Located<int>(number, node.At);
        }

        log.Error(node.At, $"\"{name}\" must be a whole number, not {node.Kind}.", $"Write a number from {least} to {most}.");
        return null;
    }

    /// <summary>A number that may have decimals.</summary>
    public Located<double>? Decimal(YamlNode node, string name, double least, double most)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (node is YamlText text
            && double.TryParse(text.Text, Style, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return new Located<double>(number, node.At);
        }

        var range = string.Create(CultureInfo.InvariantCulture, $"Write a number from {least} to {most}.");
        log.Error(node.At, $"\"{name}\" must be a number, not {node.Kind}.", range);
        return null;
    }

    /// <summary>A length of time with its unit: <c>500 ms</c>, <c>20 s</c>, <c>5 min</c>, <c>2 h</c>.</summary>
    public Located<TimeSpan>? Duration(YamlNode node, string name, TimeSpan least, TimeSpan most)
    {
        var range = $"Write a time from {Durations.InWords(least)} to {Durations.InWords(most)}, with its unit (ms, s, min, h or days).";
        if (node is not YamlText text || Durations.Parse(text.Text) is not { } time)
        {
            log.Error(node.At, $"\"{name}\" must be a time with a unit, not {node.Kind}.", range);
            return null;
        }

        if (time < least || time > most)
        {
            log.Error(node.At, $"\"{name}\" is {(time < least ? "shorter" : "longer")} than it may be: {node.Kind}.", range);
            return null;
        }

        return new Located<TimeSpan>(time, node.At);
    }

    /// <summary>Yes or no, in any of YAML's spellings.</summary>
    public Located<bool>? Flag(YamlNode node, string name)
    {
        switch ((node as YamlText)?.Text.ToLowerInvariant())
        {
            case "yes" or "true" or "on":
                return new Located<bool>(true, node.At);
            case "no" or "false" or "off":
                return new Located<bool>(false, node.At);
            default:
                log.Error(node.At, $"\"{name}\" must be yes or no, not {node.Kind}.", $"Write \"{name}: yes\" or \"{name}: no\".");
                return null;
        }
    }

    /// <summary>One of the words of an enumeration, in kebab-case: <c>RingAll</c> is <c>ring-all</c>.</summary>
    public Located<T>? Choice<T>(YamlNode node, string name)
        where T : struct, Enum
    {
        var words = KebabCase.NamesOf<T>();
        var said = (node as YamlText)?.Text ?? "";
        if (words.TryGetValue(said, out var value))
        {
            return new Located<T>(value, node.At);
        }

        var nearest = NearestWord.Of(said, words.Keys);
        log.Error(
            node.At,
            $"\"{name}\" cannot be {node.Kind}.",
            nearest is null ? $"Write one of: {string.Join(", ", words.Keys)}." : $"Write \"{nearest}\" instead.");
        return null;
    }

    /// <summary>A list of texts; wrong ones are left out.</summary>
    public IReadOnlyList<Located<string>>? Texts(YamlNode node, string name)
    {
        if (node is not YamlList list)
        {
            log.Error(node.At, $"\"{name}\" must be a list, not {node.Kind}.", $"Write it in brackets, with commas: \"{name}: [a, b]\".");
            return null;
        }

        if (list.Items.Count > LongestList)
        {
            log.Error(list.Items[LongestList].At, $"\"{name}\" has more than {LongestList} entries.", "Remove those that are not needed.");
        }

        return [.. list.Items.Take(LongestList).Select(item => Text(item, name)).OfType<Located<string>>()];
    }
}
