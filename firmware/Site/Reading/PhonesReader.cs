using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads the phones and the hunt groups.</summary>
internal static class PhonesReader
{
    private static readonly YamlKey[] PhoneKeys =
    [
        YamlKey.Required("port", "fxs1"),
        YamlKey.Required("name", "Front desk"),
        YamlKey.Optional("place"),
        YamlKey.Optional("call-waiting"),
    ];

    private static readonly YamlKey[] GroupKeys =
    [
        YamlKey.Required("phones", "[101, 102]"),
        YamlKey.Optional("strategy"),
        YamlKey.Optional("ring"),
        YamlKey.Optional("rounds"),
        YamlKey.Optional("pause"),
    ];

    /// <summary>Reads <c>phones</c>.</summary>
    public static IReadOnlyList<PhoneDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "phones", "101: {port: fxs1, name: Front desk}", log).Select(entry => Phone(entry, log))];

    /// <summary>Reads <c>groups</c>.</summary>
    public static IReadOnlyList<GroupDraft> ReadGroups(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "groups", "front-desk: {phones: [101, 102]}", log).Select(entry => Group(entry, log))];

    private static PhoneDraft Phone(YamlEntry entry, MistakeLog log)
    {
        var fields = YamlFields.Open(entry.Value, $"phone {entry.Key.Value}", PhoneKeys, log);
        return new PhoneDraft(
            entry.Key,
            fields?.Text("port"),
            fields?.Text("name", longest: 60),
            fields?.Text("place"),
            fields?.Flag("call-waiting")?.Value ?? SiteDefaults.CallWaiting);
    }

    private static GroupDraft Group(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "group", log);
        var fields = YamlFields.Open(entry.Value, $"group {entry.Key.Value}", GroupKeys, log);
        return new GroupDraft(
            entry.Key,
            fields?.Texts("phones"),
            fields?.Choice<HuntStrategy>("strategy")?.Value ?? SiteDefaults.Strategy,
            fields?.Duration("ring", SiteDefaults.ShortestRing, SiteDefaults.LongestRing)?.Value ?? SiteDefaults.Ring,
            fields?.Number("rounds", 1, SiteDefaults.MostRounds)?.Value ?? SiteDefaults.Rounds,
            fields?.Duration("pause", SiteDefaults.ShortestPause, SiteDefaults.LongestPause)?.Value ?? SiteDefaults.Pause);
    }
}
