using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Prompts;

namespace Switchhook.Site.Reading.Prompts;

/// <summary>Reads how the box makes speech from text.</summary>
internal static class SpeechReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Optional("command"), YamlKey.Optional("timeout"), YamlKey.Optional("voices")];

    /// <summary>Reads <c>speech</c>; null without it.</summary>
    public static SpeechDraft? Read(YamlFields file, MistakeLog log)
    {
        if (file.Node("speech") is not { } node || YamlFields.Open(node, "speech", Keys, log) is not { } fields)
        {
            return null;
        }

        var timeout = fields.Duration("timeout", SiteDefaults.ShortestSpeechTimeout, SiteDefaults.LongestSpeechTimeout);
        return new SpeechDraft(
            fields.At, fields.Texts("command"), timeout?.Value ?? SiteDefaults.SpeechTimeout, Voices(fields, log));
    }

    private static IReadOnlyList<(Located<string> Language, Located<string> Voice)> Voices(YamlFields fields, MistakeLog log)
    {
        switch (fields.Node("voices"))
        {
            case null:
                return [];
            case YamlMap map:
                var voices = new List<(Located<string> Language, Located<string> Voice)>();
                foreach (var entry in map.Entries)
                {
                    if (fields.Values.Text(entry.Value, entry.Key.Value, longest: 60) is { } voice)
                    {
                        voices.Add((entry.Key, voice));
                    }
                }

                return voices;
            case var node:
                log.Error(
                    node.At, $"\"voices\" must be a set of languages, not {node.Kind}.", "Write for example \"voices: {en: en-gb}\".");
                return [];
        }
    }
}
