using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Checks.Prompts;

/// <summary>Tells what each language of the site lacks: callers hear it in another one, and nobody in the office notices.</summary>
internal static class LanguageCheck
{
    /// <summary>Notes what is missing.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var languages = draft.Head.TagsOrDefault;
        foreach (var language in draft.Head.Languages)
        {
            CheckSpeech(language, draft, log);
        }

        // Music has no language.
        var music = draft.Queues.Select(queue => queue.Music.Prompt?.Value)
            .Concat(draft.Music.SelectMany(one => one.PiecePrompts).Select(prompt => prompt.Value))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var prompt in draft.Prompts.Where(prompt => !music.Contains(prompt.Name.Value)))
        {
            foreach (var language in languages.Skip(1))
            {
                if (prompt.All.All(text => text.LanguageIn(languages[0]) != language))
                {
                    log.Warn(
                        prompt.Name.At,
                        $"Prompt {prompt.Name.Value} has no {LanguageNames.Of(language)} text: callers in {language} hear it in "
                        + $"{LanguageNames.Of(languages[0])}.",
                        $"Add it to the prompt: \"say: {{{languages[0]}: …, {language}: …}}\", or a file in the same way.");
                }
            }
        }
    }

    private static void CheckSpeech(Located<string> language, SiteDraft draft, MistakeLog log)
    {
        var isSpoken = draft.Queues.Count > 0 || draft.Prompts.Any(prompt => prompt.Says.Count > 0);
        if (isSpoken && draft.Speech?.Command is null && !LanguageNames.HasVoice(language.Value))
        {
            log.Warn(
                language.At,
                $"espeak-ng has no voice for \"{language.Value}\": what the box speaks in it may stay silent.",
                "Give sound files in this language, or set a program that speaks it under \"speech\".");
        }
        else if (draft.Queues.Count > 0 && !LanguageNames.HasSentences(language.Value))
        {
            log.Warn(
                language.At,
                $"The box has no sentences of its own in \"{language.Value}\": callers in it hear places and waiting times in English.",
                "Switch them off with \"say: []\" in the music of the queues, or keep them in English.");
        }
    }
}
