using Switchhook.Hardware.Yaml;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Drafts.Prompts;

/// <summary>The section <c>speech</c> as the file says it.</summary>
/// <param name="At">Where its keys begin.</param>
/// <param name="Command">The program and its arguments; null for espeak-ng.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="Voices">Voices by language.</param>
internal sealed record SpeechDraft(
    Place At,
    IReadOnlyList<Located<string>>? Command,
    TimeSpan Timeout,
    IReadOnlyList<(Located<string> Language, Located<string> Voice)> Voices)
{
    /// <summary>What the model gets.</summary>
    public SpeechConfig Config => new()
    {
        Command = [.. (Command ?? []).Select(word => word.Value)],
        Timeout = Timeout,
        Voices = [.. Voices.Select(voice => new LanguageVoice(voice.Language.Value, voice.Voice.Value))],
    };
}
