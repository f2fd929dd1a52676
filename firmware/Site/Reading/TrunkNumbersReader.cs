using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads the numbers of a trunk: a list, or each with its own route.</summary>
internal static class TrunkNumbersReader
{
    private const string Example = "numbers: {\"+13125550199\": {route: sales}}";

    private static readonly YamlKey[] Keys = [YamlKey.Optional("route"), YamlKey.Optional("night")];

    /// <summary>Reads <c>numbers</c> of a trunk; empty without the key.</summary>
    public static IReadOnlyList<TrunkNumberDraft> Read(YamlFields trunk, MistakeLog log)
    {
        switch (trunk.Node("numbers"))
        {
            case null:
                return [];
            case YamlList:
                return [.. (trunk.Texts("numbers") ?? []).Select(number => new TrunkNumberDraft(number, new RouteDraft(null, null)))];
            case YamlMap { Entries.Count: > SiteDefaults.MostTrunkNumbers } map:
                log.Error(
                    map.Entries[SiteDefaults.MostTrunkNumbers].Key.At,
                    $"\"numbers\" has more than {SiteDefaults.MostTrunkNumbers} entries.",
                    "Leave out those whose calls go the trunk's own route: they need no entry.");
                return [];
            case YamlMap map:
                return [.. map.Entries.Select(entry => Number(entry, log))];
            case var node:
                log.Error(
                    node.At,
                    $"\"numbers\" must be a list of numbers, or numbers with their routes, not {node.Kind}.",
                    $"Write for example \"{Example}\".");
                return [];
        }
    }

    private static TrunkNumberDraft Number(YamlEntry entry, MistakeLog log)
    {
        var fields = entry.Value is YamlText { IsEmpty: true }
            ? null
            : YamlFields.Open(entry.Value, $"number {entry.Key.Value}", Keys, log);
        return new TrunkNumberDraft(entry.Key, new RouteDraft(fields?.Text("route"), fields?.Text("night")));
    }
}
