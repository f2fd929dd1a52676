using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Announcing;
using Switchhook.Site;

namespace Switchhook.Flows.Prompts;

/// <summary>Loads a site's prompts from files, and speaks the texts, which are kept in a cache folder for the next start.</summary>
/// <param name="synthesizer">Makes speech.</param>
/// <param name="cacheFolder">Where spoken texts are kept, named by a hash of text and language.</param>
public sealed class PromptLoader(ISpeechSynthesizer synthesizer, string cacheFolder)
{
    private readonly SpeechCache _speech = new(synthesizer, cacheFolder);

    /// <summary>
    /// Loads every prompt of the site, and what the box says itself where there are queues. A prompt that fails is told in the result; the
    /// others are there.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="siteFolder">Folder of the site file; the paths in it begin there.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<PromptLibrary> LoadAsync(SiteModel site, string siteFolder, CancellationToken cancel)
    {
        var prompts = ImmutableDictionary.CreateBuilder<string, Prompt>(StringComparer.Ordinal);
        var missing = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var config in site.Prompts.Values)
        {
            try
            {
                var file = config.Say is { } text
                    ? await _speech.SpokenAsync(text, site.Language, cancel)
                    : Path.Combine(siteFolder, config.File!);
                prompts[config.Name] = PromptReader.Load(file, config.Name);
            }
            catch (Exception fault) when (IsMissing(fault))
            {
                missing[config.Name] = fault.Message;
            }
        }

        return await AddAnnouncementsAsync(new PromptLibrary(prompts.ToImmutable(), missing.ToImmutable()), site, cancel);
    }

    // What the box says itself. What of it cannot be said is told among the missing prompts; the rest is there.
    private async Task<PromptLibrary> AddAnnouncementsAsync(PromptLibrary prompts, SiteModel site, CancellationToken cancel)
    {
        var phrases = Phrase.NeededBy(site);
        if (phrases.IsEmpty)
        {
            return prompts;
        }

        var (announcements, faults) = await new AnnouncementLoader(_speech).LoadAsync(site.Language, phrases, cancel);
        return prompts with { Announcements = announcements, Missing = prompts.Missing.SetItems(faults) };
    }

    /// <summary>True for what makes one prompt missing, and is no fault of the program.</summary>
    internal static bool IsMissing(Exception fault) =>
        fault is SpeechException or IOException or InvalidDataException or UnauthorizedAccessException;
}
