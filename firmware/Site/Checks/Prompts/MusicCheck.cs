using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Checks.Prompts;

/// <summary>Checks what music is made of, and that all of it fits into the memory of the box.</summary>
internal static class MusicCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        foreach (var music in draft.Music)
        {
            foreach (var file in music.Files)
            {
                PromptCheck.Check(file, context, log);
            }

            foreach (var prompt in music.Prompts.Where(prompt => !draft.Prompts.Has(prompt.Value)))
            {
                SiteChecks.NoteUnknown(prompt, "prompt", "prompts", draft.Prompts, log);
            }

            if (music is { EveryAt: { } at, Between.Count: 0, Settings.LineIn: null })
            {
                log.Warn(at, "\"between-every\" does nothing: nothing comes between the pieces.", "Add \"between\", or remove it.");
            }
        }

        CheckLength(draft.Music, context, log);
        var named = draft.Queues.Select(queue => queue.Music.From).Append(draft.HoldMusic).OfType<Located<string>>();
        foreach (var name in named.Where(name => !draft.Music.Has(name.Value)))
        {
            NoteUnknownMusic(name, draft, log);
        }
    }

    private static void NoteUnknownMusic(Located<string> name, SiteDraft draft, MistakeLog log)
    {
        if (draft.Prompts.Any(prompt => prompt.Name.Value == name.Value))
        {
            log.Error(
                name.At,
                $"\"{name.Value}\" is a prompt and no music.",
                $"Make music of it under \"music:\": \"{name.Value}: {{files: [{name.Value}]}}\". A queue plays one prompt alone with "
                + $"\"music: {{prompt: {name.Value}}}\".");
            return;
        }

        SiteChecks.NoteUnknown(name, "music", "music", draft.Music, log);
    }

    // A file that stands in several places is kept once.
    private static void CheckLength(IEnumerable<MusicDraft> music, SiteContext context, MistakeLog log)
    {
        var sum = TimeSpan.Zero;
        var counted = new HashSet<(string File, double Gain)>();
        foreach (var (file, gain) in music.SelectMany(one => one.Files.Select(file => (file, one.Settings.Gain))))
        {
            if (FilePlace.IsOutside(file.Value) || !counted.Add((file.Value, gain)) || context.SoundLength(file.Value) is not { } length)
            {
                continue;
            }

            sum += length;
            if (sum > MusicConfig.Longest)
            {
                log.Error(
                    file.At,
                    $"With \"{file.Value}\" the music of the site is {sum.TotalMinutes:0} minutes long; the box keeps "
                    + $"{MusicConfig.Longest.TotalMinutes:0}.",
                    "Remove pieces or shorten them; who waits hears the rest again and again.");
                return;
            }
        }
    }
}
