using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Switching;

namespace Switchhook.Site.Editing;

/// <summary>Writes another value in the place of one.</summary>
internal static class ValueEditor
{
    // As wide as the house's own files are written, with some room for what stands before.
    private const int FoldedWidth = 100;

    /// <summary>The new text; null when the value is written in a way that is not understood here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entry">The key and its value now.</param>
    /// <param name="value">The value from now on.</param>
    /// <param name="inBrackets">True when the key stands inside brackets.</param>
    public static string? Replace(string text, YamlEntry entry, EditValue value, bool inBrackets) => (entry.Value, value) switch
    {
        (YamlText { IsEmpty: false } old, EditValue.Text words) when old.Text == words.Words => text,
        (YamlText old, _) when old.Span.To <= old.Span.From => AfterColon(text, entry, YamlWriting.Of(value, inBrackets)),
        (YamlText old, EditValue.Text words) when text[old.Span.From] is '>' or '|' => InBlock(text, old, words.Words),
        (YamlText old, EditValue.Text words) => TextEditor.Splice(
            text, old.Span, YamlWriting.Of(words.Words, inBrackets, text[old.Span.From])),
        (YamlText old, _) when text[old.Span.From] is not ('>' or '|') => TextEditor.Splice(
            text, old.Span, YamlWriting.Of(value, inBrackets)),
        (YamlList old, EditValue.List list) => old.IsInBrackets ? InList(text, old, list.Items) : InLines(text, old, list.Items),
        (YamlList { IsInBrackets: false } old, EditValue.Maps maps) => MapsInLines(text, old, maps.Items),
        (YamlList { IsInBrackets: true } old, _) => Whole(text, old.Span, YamlWriting.Of(value, inBrackets)),
        _ => null,
    };

    private static string? AfterColon(string text, YamlEntry entry, string words)
    {
        var colon = text.IndexOf(':', entry.KeySpan.To);
        return colon < 0 ? null : text.Insert(colon + 1, $" {words}");
    }

    // What stands in several lines may have remarks between them.
    private static string? Whole(string text, YamlSpan span, string words) =>
        text[span.From..span.To].Contains('#', StringComparison.Ordinal) ? null : TextEditor.Splice(text, span, words);

    private static string? InBlock(string text, YamlText old, string words)
    {
        var span = text[old.Span.From..old.Span.To].TrimEnd();
        var lines = span.Split('\n');
        var head = lines[0].TrimEnd('\r', ' ');
        if (lines.Length < 2 || head.Contains('#', StringComparison.Ordinal))
        {
            return null;
        }

        var place = new YamlSpan(old.Span.From, old.Span.From + span.Length);
        var plain = words.Split(' ');
        if (head != ">-" || plain.Any(word => word.Length == 0 || word.Any(char.IsControl)))
        {
            return TextEditor.Splice(text, place, YamlWriting.Of(words, inBrackets: false));
        }

        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var indent = new string(' ', lines[1].Length - lines[1].TrimStart(' ').Length);
        return TextEditor.Splice(text, place, string.Join(end, Folded(plain, indent).Prepend(head)));
    }

    private static IEnumerable<string> Folded(string[] words, string indent)
    {
        var line = indent + words[0];
        foreach (var word in words.Skip(1))
        {
            if (line.Length + 1 + word.Length > indent.Length + FoldedWidth)
            {
                yield return line;
                line = indent + word;
            }
            else
            {
                line += $" {word}";
            }
        }

        yield return line;
    }

    private static string? InList(string text, YamlList old, ImmutableArray<string> items)
    {
        var before = Texts(old);
        if (before is null)
        {
            return null;
        }

        if (before.Count > 0 && items.Length > before.Count && items.Take(before.Count).SequenceEqual(before))
        {
            var more = items.Skip(before.Count).Select(item => $", {YamlWriting.Of(item, inBrackets: true)}");
            return text.Insert(old.Items[^1].Span.To, string.Concat(more));
        }

        // What stays keeps its quotation marks.
        return Whole(text, old.Span, YamlWriting.ListOf(items.Select(item => before.IndexOf(item) is >= 0 and var at
            ? text[old.Items[at].Span.From..old.Items[at].Span.To]
            : YamlWriting.Of(item, inBrackets: true))));
    }

    // A line is one item. Items that stay keep their order, and new ones come after them.
    private static string? InLines(string text, YamlList old, ImmutableArray<string> items)
    {
        var (before, lines) = (Texts(old), new SiteLines(text));
        if (before is null || before.Distinct().Count() < before.Count
            || old.Items.Any(item => lines[item.At.Line - 1].AsSpan(0, item.At.Column - 1).Trim(' ') is not "-"))
        {
            return null;
        }

        var stay = before.Where(item => items.Contains(item)).ToList();
        if (stay.Count == 0 || !items.Take(stay.Count).SequenceEqual(stay))
        {
            return null;
        }

        var last = old.Items[before.IndexOf(stay[^1])].At;
        var mark = lines[last.Line - 1][..(last.Column - 1)];
        lines.Insert(last.Line, items.Skip(stay.Count).Select(item => mark + YamlWriting.Of(item, inBrackets: false)));
        var added = items.Length - stay.Count;
        foreach (var gone in old.Items.Where((_, index) => !stay.Contains(before[index])).Reverse())
        {
            var line = gone.At.Line > last.Line ? gone.At.Line - 1 + added : gone.At.Line - 1;
            lines.Remove(line, line + 1);
        }

        return lines.Text;
    }

    // A line is one set of keys in braces. Those that stay keep their lines, with the remarks behind them.
    private static string? MapsInLines(string text, YamlList old, ImmutableArray<EditValue.Map> items)
    {
        var lines = new SiteLines(text);
        var first = old.Items[0].At.Line - 1;
        if (old.Items.Where((item, index) => item is not YamlMap { IsInBrackets: true } || item.At.Line - 1 != first + index
            || text[item.Span.From..item.Span.To].Contains('\n', StringComparison.Ordinal)
            || lines[item.At.Line - 1].AsSpan(0, item.At.Column - 1).Trim(' ') is not "-").Any())
        {
            return null;
        }

        var mark = lines[first][..(old.Items[0].At.Column - 1)];
        var left = old.Items.Select((item, index) => (Tree: YamlTree.Of(item), Line: lines[first + index])).ToList();
        var after = new List<string>();
        foreach (var item in items)
        {
            var same = left.FindIndex(one => JsonNode.DeepEquals(one.Tree, YamlTree.Of(item)));
            after.Add(same < 0 ? mark + YamlWriting.Of(item, inBrackets: false) : left[same].Line);
            if (same >= 0)
            {
                left.RemoveAt(same);
            }
        }

        lines.Remove(first, first + old.Items.Count);
        lines.Insert(first, after);
        return lines.Text;
    }

    private static List<string>? Texts(YamlList list) =>
        list.Items.All(item => item is YamlText { IsEmpty: false }) ? [.. list.Items.Cast<YamlText>().Select(item => item.Text)] : null;
}
