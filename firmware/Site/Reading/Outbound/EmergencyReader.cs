using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Reading.Outbound;

/// <summary>Reads what the site adds to emergency calls.</summary>
internal static class EmergencyReader
{
    private static readonly YamlKey[] Keys =
        [YamlKey.Optional("also"), YamlKey.Optional("notify"), YamlKey.Optional("test-number")];

    /// <summary>Reads <c>emergency</c>; null without it.</summary>
    public static EmergencyDraft? Read(YamlFields file, MistakeLog log)
    {
        if (file.Node("emergency") is not { } node || YamlFields.Open(node, "emergency", Keys, log) is not { } fields)
        {
            return null;
        }

        return new EmergencyDraft(Few(fields, "also", log), Few(fields, "notify", log), fields.Text("test-number"));
    }

    private static IReadOnlyList<Located<string>> Few(YamlFields fields, string key, MistakeLog log)
    {
        var texts = fields.Texts(key) ?? [];
        if (texts.Count > EmergencyConfig.Most)
        {
            log.Error(
                texts[EmergencyConfig.Most].At,
                $"\"{key}\" has more than {EmergencyConfig.Most} entries.",
                "Remove those that are not needed.");
        }

        return [.. texts.Take(EmergencyConfig.Most)];
    }
}
