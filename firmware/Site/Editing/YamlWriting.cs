using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Switchhook.Site.Editing;

/// <summary>Writes values as YAML, plainly where that is safe, else in quotation marks.</summary>
internal static partial class YamlWriting
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>A value in one line.</summary>
    /// <param name="value">The value.</param>
    /// <param name="inBrackets">True inside <c>[…]</c> or <c>{…}</c>, where commas and brackets have a meaning.</param>
    public static string Of(EditValue value, bool inBrackets) => value switch
    {
        EditValue.Text text => Of(text.Words, inBrackets),
        EditValue.List list => ListOf(list.Items.Select(item => Of(item, inBrackets: true))),
        EditValue.Maps maps => ListOf(maps.Items.Select(item => Of(item, inBrackets: true))),
        EditValue.Map map => $"{{{string.Join(", ", map.Entries.Select(Entry))}}}",
        _ => throw new InvalidOperationException("There is a kind of value that cannot be written."),
    };

    /// <summary>A list in one line.</summary>
    /// <param name="items">Its items as they are written.</param>
    public static string ListOf(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>A single value in one line, in the quotation marks that stood there before.</summary>
    /// <param name="words">The value.</param>
    /// <param name="inBrackets">True inside brackets.</param>
    /// <param name="before">The first character of what stood there; null when nothing did.</param>
    public static string Of(string words, bool inBrackets, char? before = null) => before switch
    {
        '"' => Quoted(words),
        '\'' when !words.Any(char.IsControl) => $"'{words.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => IsPlain(words, inBrackets) ? words : Quoted(words),
    };

    private static string Entry(KeyValuePair<string, EditValue> entry) =>
        $"{Of(entry.Key, inBrackets: true)}: {Of(entry.Value, inBrackets: true)}";

    private static bool IsPlain(string words, bool inBrackets) =>
        words != "null" && (inBrackets ? PlainInBrackets().IsMatch(words) : Plain().IsMatch(words));

    private static string Quoted(string words)
    {
        var text = new StringBuilder(words.Length + 2).Append('"');
        foreach (var letter in words)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                _ when IsUnsafe(letter) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => text.Append(letter),
            };
        }

        return text.Append('"').ToString();
    }

    // Beside control characters those which YAML takes for the end of a line or for the mark of an encoding.
    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    // Fewer than YAML allows: colons, number signs and all that begins something are left to quotation marks.
    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd} .,;!?'’""()/&+=_-]*[\p{L}\p{M}\p{Nd}.,;!?'’""()/&+=_-])?\z", Options, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd} .'’_-]*[\p{L}\p{M}\p{Nd}.'’_-])?\z", Options, 1000)]
    private static partial Regex PlainInBrackets();
}
