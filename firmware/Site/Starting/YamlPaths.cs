using System.Collections.Immutable;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Starting;

/// <summary>Tells which value of a file a mistake is about, so that a page can tell it beside the field that was filled in.</summary>
public static class YamlPaths
{
    /// <summary>The keys that lead to the value at a place, or to the nearest one before it; empty where there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    public static ImmutableArray<string> At(string text, int line, int column)
    {
        var found = ImmutableArray<string>.Empty;
        if (YamlDocument.Read(text, new MistakeLog("site.yaml")) is YamlMap root)
        {
            Search(root, [], (line, column), ref found);
        }

        return found;
    }

    private static void Search(YamlMap map, ImmutableArray<string> path, (int Line, int Column) at, ref ImmutableArray<string> found)
    {
        foreach (var entry in map.Entries)
        {
            if ((entry.Key.At.Line, entry.Key.At.Column).CompareTo(at) > 0)
            {
                return;
            }

            ImmutableArray<string> here = [.. path, entry.Key.Value];
            found = here;
            if (entry.Value is YamlMap more)
            {
                Search(more, here, at, ref found);
            }
        }
    }
}
