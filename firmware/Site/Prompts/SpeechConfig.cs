namespace Switchhook.Site.Prompts;

/// <summary>How the box makes speech from text. Compared by value.</summary>
public sealed record SpeechConfig
{
    /// <summary>Stands in <see cref="Command"/> for the path of a UTF-8 file with the text.</summary>
    public const string TextFile = "{text-file}";

    /// <summary>Stands in <see cref="Command"/> for the language of the text, an IETF tag.</summary>
    public const string Language = "{language}";

    /// <summary>Stands in <see cref="Command"/> for the voice that is set for the language, or for the language where none is.</summary>
    public const string Voice = "{voice}";

    /// <summary>Stands in <see cref="Command"/> for the path of the sound file that the program is to write.</summary>
    public const string Wav = "{wav}";

    /// <summary>espeak-ng with its own voices.</summary>
    public static readonly SpeechConfig Default = new();

    /// <summary>A program and its arguments, started without a shell; empty for espeak-ng.</summary>
    public ValueList<string> Command { get; init; } = [];

    /// <summary>How long the program may take for one text.</summary>
    public TimeSpan Timeout { get; init; } = SiteDefaults.SpeechTimeout;

    /// <summary>Voices that are set.</summary>
    public ValueList<LanguageVoice> Voices { get; init; } = [];

    /// <summary>The voice of a language; null when none is set.</summary>
    /// <param name="language">IETF tag.</param>
    public string? VoiceOf(string language) => Voices.FirstOrDefault(voice => voice.Language == language)?.Voice;
}

/// <summary>The voice of a language.</summary>
/// <param name="Language">IETF tag, one of the site's languages.</param>
/// <param name="Voice">The program's name for it.</param>
public sealed record LanguageVoice(string Language, string Voice);
