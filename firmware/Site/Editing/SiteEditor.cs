using System.Text.Json.Nodes;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Editing;

/// <summary>
/// Changes a site file in its text: only the characters of what changes are written anew, so that comments, order, quotation marks and line
/// ends stay as the writer has them.
/// </summary>
/// <remarks>
/// Each change is proved before it is believed: the new text is read again, and must say what the old one said with that one change and
/// nothing else. What cannot be proved is refused, and the person makes the change in the text.
/// </remarks>
public static class SiteEditor
{
    /// <summary>Most changes at once.</summary>
    public const int MostEdits = 100;

    private const string ByHand = "Change it in the text of the site file.";

    /// <summary>Makes changes, one after the other.</summary>
    /// <param name="text">The whole text of the file.</param>
    /// <param name="edits">The changes; each sees the text with those before it.</param>
    /// <param name="most">Most changes, for who knows how many there can be.</param>
    public static SiteEditResult Edit(string text, IReadOnlyList<SiteEdit> edits, int most = MostEdits)
    {
        if (edits.Count > most)
        {
            return new SiteEditResult(null, $"These are more than {most} changes. Make some of them first, then the others.");
        }

        // What proves one change is what the next one begins with.
        var (root, said) = ((YamlMap?)null, (JsonObject?)null);
        foreach (var edit in edits)
        {
            if (edit.Path.IsDefaultOrEmpty || edit.Path.Any(string.IsNullOrEmpty) || edit.Path.Length > YamlDocument.DeepestNesting)
            {
                return new SiteEditResult(null, "A change names no place of the site file. Name the keys that lead there.")
                {
                    Refused = edit,
                };
            }

            root ??= Read(text);
            if (root is null)
            {
                return new SiteEditResult(null, $"The site file cannot be read. {ByHand}");
            }

            said ??= (JsonObject)YamlTree.Of(root)!;
            if (!YamlTree.TryEdit(said, edit))
            {
                return new SiteEditResult(
                    null, $"There is no place {edit.Where}, or the new name is there already. Look at the site file and do it again.")
                {
                    Refused = edit,
                };
            }

            var changed = TextEditor.Change(text, root, edit);
            if (changed is null || Read(changed) is not { } now || !JsonNode.DeepEquals(YamlTree.Of(now), said))
            {
                return new SiteEditResult(null, $"{edit.Where} is written in a way that cannot be changed here. {ByHand}")
                {
                    Refused = edit,
                };
            }

            (text, root) = (changed, now);
        }

        return new SiteEditResult(text, null);
    }

    private static YamlMap? Read(string text)
    {
        var log = new MistakeLog("site.yaml");
        return YamlDocument.Read(text, log) is YamlMap map && !log.HasErrors ? map : null;
    }
}
