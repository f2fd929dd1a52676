using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads the exchange lines and their groups.</summary>
internal static class LinesReader
{
    private static readonly YamlKey[] LineKeys =
    [
        YamlKey.Required("port", "fxo1"),
        YamlKey.Optional("number"),
        YamlKey.Required("route", "day"),
        YamlKey.Optional("night"),
        YamlKey.Optional("dialling"),
    ];

    private static readonly YamlKey[] GroupKeys = [YamlKey.Required("lines", "[main-1, main-2]"), YamlKey.Optional("order")];

    private enum Dialling
    {
        Tone,
        Pulse,
    }

    /// <summary>Reads <c>lines</c>.</summary>
    public static IReadOnlyList<LineDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "lines", "main-1: {port: fxo1, route: day}", log).Select(entry => Line(entry, log))];

    /// <summary>Reads <c>line-groups</c>.</summary>
    public static IReadOnlyList<LineGroupDraft> ReadGroups(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "line-groups", "outside: {lines: [main-1, main-2]}", log).Select(entry => Group(entry, log))];

    private static LineDraft Line(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "line", log);
        var fields = YamlFields.Open(entry.Value, $"line {entry.Key.Value}", LineKeys, log);
        return new LineDraft(
            entry.Key,
            fields?.Text("port"),
            fields?.Text("number"),
            fields?.Text("route"),
            fields?.Text("night"),
            fields?.Choice<Dialling>("dialling")?.Value == Dialling.Pulse);
    }

    private static LineGroupDraft Group(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "line group", log);
        var fields = YamlFields.Open(entry.Value, $"line group {entry.Key.Value}", GroupKeys, log);
        return new LineGroupDraft(entry.Key, fields?.Texts("lines"), fields?.Choice<LineOrder>("order")?.Value ?? LineOrder.Ascending);
    }
}
