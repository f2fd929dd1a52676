using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Checks.Prompts;

/// <summary>Checks that the sound files of the prompts are there, and that each prompt can be heard in the site's first language.</summary>
internal static class PromptCheck
{
    // What libsndfile reads, by the endings that people know; the file itself says what it is.
    private static readonly string[] Extensions = [".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aiff", ".aif", ".au"];

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        foreach (var prompt in draft.Prompts)
        {
            CheckLanguages(prompt, draft.Head, log);
            foreach (var file in prompt.Files.Select(file => file.Text).OfType<Located<string>>())
            {
                Check(file, context, log);
            }
        }
    }

    private static void CheckLanguages(PromptDraft prompt, HeadDraft head, MistakeLog log)
    {
        var known = head.TagsOrDefault;
        foreach (var text in prompt.All.Where(text => text.Language is { } named && !known.Contains(named.Value)))
        {
            var named = text.Language!.Value;
            log.Error(
                named.At,
                $"Prompt {prompt.Name.Value} is given in \"{string.Concat(named.Value.Take(20))}\", which is no language of the site.",
                $"Write one of: {string.Join(", ", known)}; or add it to \"languages\" of the site.");
        }

        foreach (var twice in prompt.All.GroupBy(text => text.LanguageIn(known[0])).Where(texts => texts.Count() > 1))
        {
            // Without languages, the reader has said it already.
            if (prompt.All.Any(text => text.Language is not null))
            {
                log.Error(
                    twice.Last().At,
                    $"Prompt {prompt.Name.Value} has both a file and a text to say in {LanguageNames.Of(twice.Key)}.",
                    "Keep one of them in each language.");
            }
        }

        if (prompt.All.Any() && prompt.All.All(text => text.LanguageIn(known[0]) != known[0]))
        {
            log.Error(
                prompt.At,
                $"Prompt {prompt.Name.Value} has nothing in {LanguageNames.Of(known[0])}, the first language of the site.",
                $"Add it in \"{known[0]}\": it is what callers hear whose language is not there.");
        }
    }

    /// <summary>Notes what is wrong with a sound file.</summary>
    public static void Check(Located<string> file, SiteContext context, MistakeLog log)
    {
        if (FilePlace.IsOutside(file.Value))
        {
            log.Error(
                file.At,
                $"\"{file.Value}\" lies outside the folder of the site file.",
                "Put the sound file beside the site file or in a folder under it, and write its path from there (prompts/welcome.wav).");
        }
        else if (!Extensions.Contains(Path.GetExtension(file.Value), StringComparer.OrdinalIgnoreCase))
        {
            log.Error(
                file.At,
                $"\"{file.Value}\" is no sound file that the box reads.",
                $"Save the sound as WAV ({string.Join(", ", Extensions[1..])} are read as well), or let the box speak with \"say:\".");
        }
        else if (!context.FileExists(file.Value))
        {
            log.Error(
                file.At,
                $"The sound file \"{file.Value}\" is not there.",
                "Put it beside the site file, correct its name, or let the box speak with \"say:\".");
        }
    }
}
