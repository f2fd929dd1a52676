using Switchhook.Hardware.Yaml;
using Switchhook.Site.Switching;

namespace Switchhook.Site.Editing;

/// <summary>Writes one change into the text of a file. What it gives is proved by <see cref="SiteEditor"/>.</summary>
internal static class TextEditor
{
    /// <summary>The new text; null when the place is written in a way that is not understood here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">What it says.</param>
    /// <param name="edit">The change.</param>
    public static string? Change(string text, YamlMap root, SiteEdit edit)
    {
        var (map, inBrackets) = (root, root.IsInBrackets);
        for (var i = 0; i < edit.Path.Length; i++)
        {
            var entry = map.Entries.FirstOrDefault(one => one.Key.Value == edit.Path[i]);
            if (entry is null)
            {
                return edit is SiteEdit.Set set ? Insert(text, map, set, i, inBrackets) : null;
            }

            if (i == edit.Path.Length - 1)
            {
                return edit switch
                {
                    SiteEdit.Set set => ValueEditor.Replace(text, entry, set.Value, inBrackets),
                    SiteEdit.Rename rename => Splice(
                        text, entry.KeySpan, YamlWriting.Of(rename.Name, inBrackets: true, text[entry.KeySpan.From])),
                    _ => Remove(text, root, edit),
                };
            }

            if (entry.Value is not YamlMap next)
            {
                return null;
            }

            (map, inBrackets) = (next, inBrackets || next.IsInBrackets);
        }

        return null;
    }

    /// <summary>The text with other characters in a span.</summary>
    public static string Splice(string text, YamlSpan span, string words) =>
        string.Concat(text.AsSpan(0, span.From), words, text.AsSpan(span.To));

    private static string? Insert(string text, YamlMap map, SiteEdit.Set set, int depth, bool inBrackets)
    {
        // What is missing on the way becomes sets of keys with one key each.
        var (key, value) = (YamlWriting.Of(set.Path[depth], inBrackets: true), set.Value);
        foreach (var name in set.Path[(depth + 1)..].Reverse())
        {
            value = new EditValue.Map([KeyValuePair.Create(name, value)]);
        }

        if (map.IsInBrackets)
        {
            var entry = $"{key}: {YamlWriting.Of(value, inBrackets: true)}";
            return map.Entries.Count == 0
                ? text.Insert(map.Span.From + 1, entry)
                : text.Insert(map.Entries[^1].Value.Span.To, $", {entry}");
        }

        var lines = new SiteLines(text);
        if (inBrackets || !lines.HasOwnLines(map.Entries[^1].Key.At))
        {
            return null;
        }

        var indent = new string(' ', map.Entries[0].Key.At.Column - 1);
        lines.Insert(
            lines.EndOf(map.Entries[^1].Key.At.Line - 1),
            depth == 0 && value is EditValue.Map section
                ? ["", $"{key}:", .. section.Entries.Select(entry => $"  {LineOf(entry)}")]
                : [$"{indent}{key}: {YamlWriting.Of(value, inBrackets: false)}"]);
        return lines.Text;
    }

    private static string LineOf(KeyValuePair<string, EditValue> entry) =>
        $"{YamlWriting.Of(entry.Key, inBrackets: true)}: {YamlWriting.Of(entry.Value, inBrackets: false)}";

    private static string? Remove(string text, YamlMap root, SiteEdit edit)
    {
        // The outermost set of keys that has others beside this one.
        var (map, maps) = (root, new List<YamlMap>());
        foreach (var key in edit.Path)
        {
            maps.Add(map);
            map = map.Find(key) as YamlMap ?? root;
        }

        var depth = maps.Count - 1;
        while (depth > 0 && maps[depth].Entries.Count == 1)
        {
            depth--;
        }

        var from = maps[depth];
        var at = from.Entries.ToList().FindIndex(entry => entry.Key.Value == edit.Path[depth]);
        return from.IsInBrackets ? RemoveInBrackets(text, from, at) : RemoveLines(text, from.Entries[at]);
    }

    private static string? RemoveLines(string text, YamlEntry entry)
    {
        var lines = new SiteLines(text);
        var first = entry.Key.At.Line - 1;
        if (!lines.HasOwnLines(entry.Key.At))
        {
            return null;
        }

        lines.Remove(first, lines.EndOf(first));
        return lines.Text;
    }

    private static string? RemoveInBrackets(string text, YamlMap map, int at)
    {
        var entries = map.Entries;
        var entry = entries[at];
        var span = at > 0 ? new YamlSpan(entries[at - 1].Value.Span.To, entry.Value.Span.To)
            : entries.Count > 1 ? new YamlSpan(entry.KeySpan.From, entries[1].KeySpan.From)
            : new YamlSpan(entry.KeySpan.From, entry.Value.Span.To);

        // A remark between two entries would go with the comma.
        var gap = at > 0 ? text[span.From..entry.KeySpan.From] : text[entry.Value.Span.To..span.To];
        return gap.Contains('#', StringComparison.Ordinal) ? null : Splice(text, span, "");
    }
}
