using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads how a caller is asked for keys.</summary>
internal static class EntryRulesReader
{
    private const int MostTries = 10;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The keys of the file.</summary>
    public static IReadOnlyList<YamlKey> Keys { get; } =
        [YamlKey.Optional("tries"), YamlKey.Optional("wait"), YamlKey.Optional("wrong"), YamlKey.Optional("silent")];

    /// <summary>Reads them.</summary>
    public static EntryRulesDraft Read(YamlFields fields) => new(
        fields.Number("tries", 1, MostTries)?.Value ?? EntryRules.Default.Tries,
        fields.Duration("wait", ShortestWait, LongestWait)?.Value ?? EntryRules.Default.Wait,
        fields.Text("wrong"),
        fields.Text("silent"));

    /// <summary>Rules of which the file says nothing.</summary>
    public static EntryRulesDraft Usual { get; } = new(EntryRules.Default.Tries, EntryRules.Default.Wait, null, null);
}
