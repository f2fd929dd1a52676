using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Reading;

/// <summary>A part of the site file whose entries have names that the writer chose: lines, phones, groups…</summary>
internal static partial class Section
{
    /// <summary>Most characters of a name.</summary>
    private const int LongestName = 40;

    /// <summary>Most entries of a section; no board has more ports.</summary>
    private const int MostEntries = 1000;

    /// <summary>The entries of a section; empty without the section.</summary>
    /// <param name="site">The keys of the file.</param>
    /// <param name="key">The section.</param>
    /// <param name="example">One entry as one would write it.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static IReadOnlyList<YamlEntry> Entries(YamlFields site, string key, string example, MistakeLog log)
    {
        switch (site.Node(key))
        {
            case null:
                return [];
            case YamlMap { Entries.Count: > MostEntries } map:
                log.Error(
                    map.Entries[MostEntries].Key.At,
                    $"\"{key}\" has more than {MostEntries} entries.",
                    "Remove those that are not needed.");
                return [.. map.Entries.Take(MostEntries)];
            case YamlMap map:
                return map.Entries;
            case var node:
                log.Error(
                    node.At,
                    $"\"{key}\" must be a set of names, each with its keys, not {node.Kind}.",
                    $"Write for example \"{example}\".");
                return [];
        }
    }

    /// <summary>Checks a name that the writer chose.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What it names, for messages: "line".</param>
    /// <param name="log">Takes the mistakes.</param>
    public static void CheckName(Located<string> name, string kind, MistakeLog log)
    {
        if (GoodName().IsMatch(name.Value) && name.Value.Length <= LongestName)
        {
            return;
        }

        var better = Suggest(name.Value);
        var article = kind is "agent" or "alert" ? "an" : "a";
        log.Error(
            name.At,
            $"\"{name.Value}\" cannot be the name of {article} {kind}: names have up to {LongestName} small letters, digits and hyphens.",
            better.Length > 0 ? $"Write \"{better}\" instead." : $"Write for example \"{kind}-1\".");
    }

    /// <summary>The good name that is nearest to a wrong one; the name itself when it is good.</summary>
    public static string Suggest(string name)
    {
        var plain = Unwanted().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return plain.Length <= LongestName ? plain : plain[..LongestName].TrimEnd('-');
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoodName();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unwanted();
}
