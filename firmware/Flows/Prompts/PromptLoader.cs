using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site;
using Switchhook.Site.Prompts;

namespace Switchhook.Flows.Prompts;

/// <summary>Loads a site's prompts from files, and speaks the texts, which are kept in a cache folder for the next start.</summary>
/// <param name="synthesizer">Makes speech where the site names no program.</param>
/// <param name="cacheFolder">Where spoken texts are kept, named by a hash of all that makes their sound.</param>
/// <param name="delivered">A folder of texts that were spoken before, which is only read; null without one.</param>
public sealed class PromptLoader(ISpeechSynthesizer synthesizer, string cacheFolder, string? delivered = null)
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Runs the program that a site names; null where none can be run.</summary>
    public ISpeechCommand? Command { get; init; }

    /// <summary>Keeps all that was ever spoken, for a folder that is made to be delivered.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>Mixes music.</summary>
    public Random Chance { get; init; } = new(1);

    /// <summary>Sounds that people have given, which are heard instead of what the site file says; null without any.</summary>
    public PromptSounds? Sounds { get; init; }

    /// <summary>
    /// Loads every prompt of the site in all its languages, and what the box says itself where there are queues. A prompt that fails is
    /// told in the result; the others are there.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="siteFolder">Folder of the site file; the paths in it begin there.</param>
    /// <param name="patience">
    /// After so long no text is spoken any more, and what remains is pending; <see cref="Timeout.InfiniteTimeSpan"/> for all texts.
    /// What was spoken before, and the files, are there in any case.
    /// </param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="known">Music of the same site, whose files need not be read again; null to read all.</param>
    public async Task<PromptLibrary> LoadAsync(
        SiteModel site, string siteFolder, TimeSpan patience, CancellationToken cancel, MusicLibrary? known = null)
    {
        var speech = SpeechOf(site);
        using var patient = new PatientSpeech(speech, patience, Time);
        var work = new Work(site, siteFolder, patient);
        var languages = ImmutableDictionary.CreateBuilder<string, LanguagePrompts>(StringComparer.Ordinal);

        // What the site says itself first: a caller misses a greeting more than a place in a queue.
        foreach (var language in site.Languages)
        {
            languages[language] = new LanguagePrompts(await LoadPromptsAsync(work, language, cancel), Announcements.None);
        }

        foreach (var language in site.Languages)
        {
            languages[language] = languages[language] with { Announcements = await LoadAnnouncementsAsync(work, language, cancel) };
        }

        if (!KeepsAll)
        {
            speech.Prune();
        }

        var library = new PromptLibrary(languages[site.Language].Prompts, work.Missing.ToImmutable())
        {
            Language = site.Language,
            Announcements = languages[site.Language].Announcements,
            Others = languages.ToImmutable().Remove(site.Language),
            Pending = work.Pending.ToImmutable(),
            Speaker = new Speaker(speech, site.Language, Time),
            Notices =
            [
                .. speech.TakeNotes().Select(note => $"The program that the site sets for speech fails, espeak-ng speaks instead: {note}"),
            ],
        };
        return WithMusic(library, site, siteFolder, known);
    }

    /// <summary>Loads one prompt anew, in all languages.</summary>
    /// <param name="library">The prompts of the site as they are.</param>
    /// <param name="site">The site.</param>
    /// <param name="siteFolder">Folder of the site file.</param>
    /// <param name="name">Name of the prompt.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<PromptLibrary> ReloadAsync(
        PromptLibrary library, SiteModel site, string siteFolder, string name, CancellationToken cancel)
    {
        if (!site.Prompts.TryGetValue(name, out var config))
        {
            return library;
        }

        var speech = SpeechOf(site);
        using var patient = new PatientSpeech(speech, Timeout.InfiniteTimeSpan, Time);
        var work = new Work(site, siteFolder, patient);
        var (first, others) = (library.Prompts, library.Others);
        var (missing, pending) = (library.Missing, library.Pending);
        foreach (var language in site.Languages)
        {
            missing = missing.Remove(KeyOf(name, language, site));
            pending = pending.Remove(KeyOf(name, language, site));
            var prompt = await TryLoadAsync(work, config, language, cancel);
            if (language == site.Language)
            {
                first = With(first, name, prompt);
            }
            else if (others.TryGetValue(language, out var other))
            {
                others = others.SetItem(language, other with { Prompts = With(other.Prompts, name, prompt) });
            }
        }

        var changed = library with { Prompts = first, Others = others, Missing = missing.SetItems(work.Missing), Pending = pending };
        return site.Music.Values.Any(music => music.Needs(name)) ? WithMusic(changed, site, siteFolder, library.Music) : changed;
    }

    private SpeechCache SpeechOf(SiteModel site) =>
        new(synthesizer, cacheFolder, Time, site.Speech, Command) { Delivered = delivered };

    private PromptLibrary WithMusic(PromptLibrary library, SiteModel site, string siteFolder, MusicLibrary? known)
    {
        var loader = new MusicLoader(siteFolder, Chance);
        var music = loader.Load(site, library, known);
        return library with { Music = music, Missing = library.Missing.SetItems(loader.Missing) };
    }

    /// <summary>True for what makes one prompt missing, and is no fault of the program.</summary>
    internal static bool IsMissing(Exception fault) =>
        fault is SpeechException or IOException or InvalidDataException or UnauthorizedAccessException;

    private async Task<ImmutableDictionary<string, Prompt>> LoadPromptsAsync(Work work, string language, CancellationToken cancel)
    {
        var prompts = ImmutableDictionary.CreateBuilder<string, Prompt>(StringComparer.Ordinal);
        foreach (var config in work.Site.Prompts.Values)
        {
            if (await TryLoadAsync(work, config, language, cancel) is { } prompt)
            {
                prompts[config.Name] = prompt;
            }
        }

        return prompts.ToImmutable();
    }

    // Null when it fails, which is noted, and when the prompt is given in other languages only.
    private async Task<Prompt?> TryLoadAsync(Work work, PromptConfig config, string language, CancellationToken cancel)
    {
        try
        {
            if (Sounds?.FileOf(config.Name, language) is { } own)
            {
                return Levelled(PromptReader.Load(own, config.Name), config);
            }
        }
        catch (Exception fault) when (IsMissing(fault))
        {
            // What the site file says is better than nothing.
            work.Miss(config.Name, language, fault.Message);
        }

        try
        {
            return await LoadAsync(work, config, language, cancel);
        }
        catch (NotYetSpokenException)
        {
            work.Wait(config.Name, language, 1);
            return null;
        }
        catch (Exception fault) when (IsMissing(fault))
        {
            work.Miss(config.Name, language, fault.Message);
            return null;
        }
    }

    private static async Task<Prompt?> LoadAsync(Work work, PromptConfig config, string language, CancellationToken cancel)
    {
        if (config.In(language, work.Site.Language) is not { } text)
        {
            return null;
        }

        var file = text.Say is { } words
            ? await work.Speech.SpokenAsync(words, language, cancel)
            : Path.Combine(work.SiteFolder, text.File!);
        return Levelled(PromptReader.Load(file, config.Name), config);
    }

    private static Prompt Levelled(Prompt prompt, PromptConfig config) =>
        config.Level == PromptLevel.AsIs ? prompt : prompt with { Samples = SpeechLeveller.Level(prompt.Samples.Span) };

    private static ImmutableDictionary<string, Prompt> With(ImmutableDictionary<string, Prompt> prompts, string name, Prompt? prompt) =>
        prompt is null ? prompts.Remove(name) : prompts.SetItem(name, prompt);

    private static string KeyOf(string name, string language, SiteModel site) =>
        language == site.Language ? name : PromptLibrary.MissingKey(name, language);

    // What the box says itself. What of it cannot be said is told among the missing prompts; the rest is there.
    private static async Task<Announcements> LoadAnnouncementsAsync(Work work, string language, CancellationToken cancel)
    {
        var phrases = Phrase.NeededBy(work.Site);
        if (phrases.IsEmpty)
        {
            return Announcements.None;
        }

        var loaded = await new AnnouncementLoader(work.Speech).LoadAsync(language, phrases, cancel);
        foreach (var (name, why) in loaded.Faults)
        {
            work.Miss(name, language, why);
        }

        if (loaded.Pending > 0)
        {
            work.Wait("phrases", language, loaded.Pending);
        }

        return loaded.Announcements;
    }

    /// <summary>The loading of one site.</summary>
    private sealed record Work(SiteModel Site, string SiteFolder, PatientSpeech Speech)
    {
        public ImmutableDictionary<string, string>.Builder Missing { get; } =
            ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

        public ImmutableDictionary<string, int>.Builder Pending { get; } =
            ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);

        public void Miss(string name, string language, string why) =>
            Missing[KeyOf(name, language, Site)] = why;

        public void Wait(string name, string language, int sentences) =>
            Pending[KeyOf(name, language, Site)] = sentences;
    }
}
