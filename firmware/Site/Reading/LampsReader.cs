using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads what the lamps of the board show.</summary>
internal static class LampsReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Required("shows", "reception")];

    /// <summary>Reads <c>lamps</c>. Their names are the board's, which has rules of its own for names.</summary>
    public static IReadOnlyList<LampDraft> Read(YamlFields file, MistakeLog log) =>
    [
        .. Section.Entries(file, "lamps", "desk-lamp: {shows: reception}", log).Select(entry => new LampDraft(
            entry.Key, YamlFields.Open(entry.Value, $"lamp {entry.Key.Value}", Keys, log)?.Text("shows"))),
    ];
}
