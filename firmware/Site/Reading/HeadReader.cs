using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads what holds for the whole site.</summary>
internal static class HeadReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("name", "Maple Street Clinic"),
        YamlKey.Required("country", "US"),
        YamlKey.Required("time-zone", "America/Chicago"),
        YamlKey.Optional("language"),
    ];

    /// <summary>Reads <c>site</c>, <c>board</c> and <c>record</c>.</summary>
    public static HeadDraft Read(YamlFields file, MistakeLog log)
    {
        var site = file.Node("site") is { } node ? YamlFields.Open(node, "the site", Keys, log) : null;
        return new HeadDraft(
            site?.Text("name", longest: 60),
            site?.Text("country"),
            site?.Text("time-zone"),
            site?.Text("language"),
            file.Text("board"),
            file.Choice<RecordPolicy>("record")?.Value ?? RecordPolicy.None);
    }
}
