using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Reading.Prompts;

/// <summary>Reads the prompts.</summary>
internal static class PromptsReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Optional("file"), YamlKey.Optional("say"), YamlKey.Optional("level")];

    /// <summary>Reads <c>prompts</c>.</summary>
    public static IReadOnlyList<PromptDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "prompts", "welcome: {say: \"Thank you for calling.\"}", log).Select(entry => Prompt(entry, log))];

    private static PromptDraft Prompt(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "prompt", log);
        if (YamlFields.Open(entry.Value, $"prompt {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new PromptDraft(entry.Key, entry.Value.At, [], [], PromptLevel.Even);
        }

        // One of them may be in one language, and the other in another.
        var isByLanguage = fields.Node("file") is YamlMap || fields.Node("say") is YamlMap;
        if (fields.Has("file") == fields.Has("say") && !(isByLanguage && fields.Has("file")))
        {
            var has = fields.Has("file") ? "both a file and a text to say" : "neither a file nor a text to say";
            log.Error(
                fields.At,
                $"Prompt {entry.Key.Value} has {has}.",
                "Write either \"file: welcome.wav\" or \"say: Thank you for calling\".");
        }

        return new PromptDraft(
            entry.Key,
            fields.At,
            Texts(fields, "file", YamlValues.LongestText, log),
            Texts(fields, "say", SiteDefaults.LongestSpeech, log),
            fields.Choice<PromptLevel>("level")?.Value ?? PromptLevel.Even);
    }

    /// <summary>Files or texts by language; a plain one is in the site's first language.</summary>
    /// <param name="fields">Where they stand.</param>
    /// <param name="key">Their key.</param>
    /// <param name="longest">Most characters of one.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static IReadOnlyList<PromptTextDraft> Texts(YamlFields fields, string key, int longest, MistakeLog log)
    {
        switch (fields.Node(key))
        {
            case null:
                return [];
            case YamlMap { Entries.Count: 0 } empty:
                log.Error(empty.At, $"\"{key}\" of {fields.What} names no language.", $"Write for example \"{key}: {{en: …, zh: …}}\".");
                return [];
            case YamlMap map:
                return
                [
                    .. map.Entries.Select(entry => new PromptTextDraft(
                        entry.Key, entry.Value.At, fields.Values.Text(entry.Value, entry.Key.Value, longest))),
                ];
            case var node:
                return [new PromptTextDraft(null, node.At, fields.Text(key, longest))];
        }
    }
}
