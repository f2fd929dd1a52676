using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Switchhook.Audio;
using Switchhook.Audio.Prompts;
using Switchhook.Site;

namespace Switchhook.Flows.Prompts;

/// <summary>Loads a site's prompts from files, and speaks the texts, which are kept in a cache folder for the next start.</summary>
/// <param name="synthesizer">Makes speech.</param>
/// <param name="cacheFolder">Where spoken texts are kept, named by a hash of text and language.</param>
public sealed class PromptLoader(ISpeechSynthesizer synthesizer, string cacheFolder)
{
    /// <summary>Loads every prompt of the site. A prompt that fails is told in the result; the others are there.</summary>
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
                    ? await SpokenAsync(text, site.Language, cancel)
                    : Path.Combine(siteFolder, config.File!);
                prompts[config.Name] = PromptReader.Load(file, config.Name);
            }
            catch (Exception fault) when (fault is SpeechException or IOException or InvalidDataException or UnauthorizedAccessException)
            {
                missing[config.Name] = fault.Message;
            }
        }

        return new PromptLibrary(prompts.ToImmutable(), missing.ToImmutable());
    }

    private async Task<string> SpokenAsync(string text, string language, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{language}\n{text}")))[..24];
        var file = Path.Combine(cacheFolder, $"{hash}.wav");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cacheFolder);
            await synthesizer.SpeakAsync(text, language, file, cancel);
        }

        return file;
    }
}
