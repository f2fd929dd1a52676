using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads the prompts.</summary>
internal static class PromptsReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Optional("file"), YamlKey.Optional("say")];

    /// <summary>Reads <c>prompts</c>.</summary>
    public static IReadOnlyList<PromptDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "prompts", "welcome: {say: \"Thank you for calling.\"}", log).Select(entry => Prompt(entry, log))];

    private static PromptDraft Prompt(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "prompt", log);
        if (YamlFields.Open(entry.Value, $"prompt {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new PromptDraft(entry.Key, entry.Value.At, null, null);
        }

        if (fields.Has("file") == fields.Has("say"))
        {
            var has = fields.Has("file") ? "both a file and a text to say" : "neither a file nor a text to say";
            log.Error(
                fields.At,
                $"Prompt {entry.Key.Value} has {has}.",
                "Write either \"file: welcome.wav\" or \"say: Thank you for calling\".");
        }

        return new PromptDraft(entry.Key, fields.At, fields.Text("file"), fields.Text("say", SiteDefaults.LongestSpeech));
    }
}
