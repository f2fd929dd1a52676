using System.Text.Json.Nodes;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Editing;

/// <summary>What a file says without how it is written, to hold a change of its text against the change that was meant.</summary>
internal static class YamlTree
{
    /// <summary>The tree of a node: each single value as its characters, nothing as null.</summary>
    public static JsonNode? Of(YamlNode node) => node switch
    {
        YamlText { IsEmpty: true } => null,
        YamlText text => JsonValue.Create(text.Text),
        YamlList list => new JsonArray([.. list.Items.Select(Of)]),
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Of(entry.Value)))),
        _ => throw new InvalidOperationException("YAML has a kind of node that this does not know."),
    };

    /// <summary>Makes a change in a tree; false when there is no such place.</summary>
    public static bool TryEdit(JsonObject root, SiteEdit edit)
    {
        var path = edit.Path;
        var node = root;
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (!node.ContainsKey(path[i]) && edit is SiteEdit.Set)
            {
                node[path[i]] = new JsonObject();
            }

            if (node[path[i]] is not JsonObject next)
            {
                return false;
            }

            node = next;
        }

        switch (edit)
        {
            case SiteEdit.Set set:
                node[path[^1]] = Of(set.Value);
                return true;
            case SiteEdit.Remove:
                return node.Remove(path[^1]) && TidyUp(root, path.AsSpan()[..^1]);
            case SiteEdit.Rename rename when node.ContainsKey(path[^1]) && !node.ContainsKey(rename.Name):
                var value = node[path[^1]];
                node.Remove(path[^1]);
                node[rename.Name] = value;
                return true;
            default:
                return false;
        }
    }

    // With the last key of a set the set goes, as an empty one is a mistake in most places.
    private static bool TidyUp(JsonObject root, ReadOnlySpan<string> path)
    {
        for (; path.Length > 0; path = path[..^1])
        {
            var parent = root;
            foreach (var key in path[..^1])
            {
                parent = (JsonObject)parent[key]!;
            }

            if (parent[path[^1]] is not JsonObject { Count: 0 })
            {
                return true;
            }

            parent.Remove(path[^1]);
        }

        return root.Count > 0;
    }

    /// <summary>The tree of a value that is to be written.</summary>
    public static JsonNode? Of(EditValue value) => value switch
    {
        EditValue.Text text => JsonValue.Create(text.Words),
        EditValue.List list => new JsonArray([.. list.Items.Select(item => (JsonNode?)JsonValue.Create(item))]),
        EditValue.Maps maps => new JsonArray([.. maps.Items.Select(Of)]),
        EditValue.Map map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))),
        _ => throw new InvalidOperationException("There is a kind of value that has no tree."),
    };
}
