using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Checks.Prompts;

/// <summary>Checks the program that speaks, and its voices.</summary>
internal static partial class SpeechCheck
{
    private const int MostWords = 40;

    private static readonly string[] Known = [SpeechConfig.TextFile, SpeechConfig.Language, SpeechConfig.Voice, SpeechConfig.Wav];

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        if (draft.Speech is not { } speech)
        {
            return;
        }

        if (speech.Command is { } command)
        {
            CheckCommand(command, speech, log);
        }

        foreach (var (language, voice) in speech.Voices)
        {
            if (!draft.Head.TagsOrDefault.Contains(language.Value))
            {
                log.Error(
                    language.At,
                    $"There is a voice for \"{string.Concat(language.Value.Take(20))}\", which is no language of the site.",
                    $"Write one of: {string.Join(", ", draft.Head.TagsOrDefault)}; or add it to \"languages\" of the site.");
            }

            if (!VoiceName().IsMatch(voice.Value))
            {
                log.Error(
                    voice.At,
                    $"\"{voice.Value}\" cannot be the name of a voice.",
                    "Write it as \"espeak-ng --voices\" shows it, or as your own program takes it.");
            }
        }
    }

    private static void CheckCommand(IReadOnlyList<Located<string>> command, SpeechDraft speech, MistakeLog log)
    {
        var example = $"command: [say, --lang, \"{SpeechConfig.Language}\", \"{SpeechConfig.TextFile}\", \"{SpeechConfig.Wav}\"]";
        if (command.Count is 0 or > MostWords)
        {
            log.Error(
                speech.At, $"\"command\" has {command.Count} words.", $"Write 1 to {MostWords} words, such as \"{example}\".");
            return;
        }

        foreach (var needed in new[] { SpeechConfig.TextFile, SpeechConfig.Wav })
        {
            if (!command.Any(word => word.Value.Contains(needed, StringComparison.Ordinal)))
            {
                log.Error(
                    command[0].At, $"\"command\" does not say where \"{needed}\" goes.", $"Write for example \"{example}\".");
            }
        }

        foreach (var word in command)
        {
            foreach (var unknown in Placeholder().Matches(word.Value).Select(match => match.Value).Where(found => !Known.Contains(found)))
            {
                log.Error(
                    word.At,
                    $"\"command\" has \"{unknown}\" in it, which stands for nothing.",
                    $"Write one of: {string.Join(", ", Known)}.");
            }
        }

        if (command[0].Value.Contains('{', StringComparison.Ordinal) || command[0].Value.Contains(' ', StringComparison.Ordinal))
        {
            log.Error(
                command[0].At,
                $"\"{command[0].Value}\" is no program: no shell takes it apart.",
                $"Write each word for itself, such as \"{example}\".");
        }
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_+./-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VoiceName();
}
