using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Opens the parts of one kind in a board file, each with its name.</summary>
internal static class PartList
{
    /// <summary>Most parts of one kind.</summary>
    public const int MostParts = 64;

    /// <summary>The parts whose keys could be opened.</summary>
    /// <param name="board">The board file.</param>
    /// <param name="kind">Its key, such as <c>lamps</c>.</param>
    /// <param name="each">What each name must have, in words.</param>
    /// <param name="example">One of them as one would write it.</param>
    /// <param name="keys">The keys of one.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static IEnumerable<(Located<string> Name, YamlFields Fields)> Open(
        YamlFields board, string kind, string each, string example, IReadOnlyList<YamlKey> keys, MistakeLog log)
    {
        if (board.Node(kind) is not { } node)
        {
            yield break;
        }

        if (node is not YamlMap map)
        {
            log.Error(node.At, $"\"{kind}\" must be names with {each} each, not {node.Kind}.", $"Write \"{kind}: {{{example}}}\".");
            yield break;
        }

        if (map.Entries.Count > MostParts)
        {
            log.Error(map.Entries[MostParts].Key.At, $"\"{kind}\" has more than {MostParts} entries.", "Remove those that are not needed.");
        }

        foreach (var entry in map.Entries.Take(MostParts))
        {
            if (YamlFields.Open(entry.Value, $"\"{Quote.Short(entry.Key.Value)}\"", keys, log) is { } fields)
            {
                yield return (entry.Key, fields);
            }
        }
    }
}
