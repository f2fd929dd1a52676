using Switchhook.Appliance.Hosting;
using Switchhook.Audio;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Hardware.Lines;
using Switchhook.Site;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Prompts;

/// <summary>Keeps the sounds that people give to prompts, and puts them in force for the next call.</summary>
/// <param name="keeper">The site in force.</param>
/// <param name="sounds">The sounds on disk.</param>
/// <param name="import">Reads what is sent.</param>
internal sealed class PromptDesk(SiteKeeper keeper, PromptSounds sounds, SoundImport import) : IPromptDesk, IPromptKeeper
{
    public IReadOnlyList<PromptState> List()
    {
        var (site, library) = (keeper.Model, keeper.Prompts);
        return
        [
            .. site.Prompts.Values.Select(prompt => new PromptState(
                prompt.Name, [.. site.Languages.Select(language => Version(prompt, language, site, library))])),
        ];
    }

    public Prompt? Sound(string name, string language) => keeper.Prompts.Own(name, language);

    public async Task<string?> UploadAsync(
        string name, string language, ReadOnlyMemory<byte> file, string by, CancellationToken cancellation)
    {
        try
        {
            var samples = await import.ReadAsync(file, cancellation);

            return await PutInForceAsync(name, language, samples, $"uploaded by {by}", by);
        }
        catch (InvalidDataException fault)
        {
            return fault.Message;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return NotWritten(fault);
        }
    }

    // The loop goes on meanwhile.
    public Task<string?> KeepAsync(string name, string language, ReadOnlyMemory<short> samples, string by) => Task.Run(async () =>
    {
        try
        {
            return await PutInForceAsync(name, language, samples, $"recorded by {by}", by);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return NotWritten(fault);
        }
    });

    public async Task<string?> RemoveAsync(string name, string language, string by)
    {
        try
        {
            if (!sounds.Remove(name, language))
            {
                return $"Nobody has given prompt {name} a sound in {language}.";
            }

            await keeper.RefreshPromptAsync(name, new PromptChanged(name, language, "removed", by));
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return NotWritten(fault);
        }
    }

    // The site may have changed while the sound was made.
    private async Task<string?> PutInForceAsync(string name, string language, ReadOnlyMemory<short> samples, string how, string by)
    {
        if (!keeper.Model.Prompts.ContainsKey(name) || !keeper.Model.Languages.Contains(language))
        {
            return $"The site has no prompt {name} in {language} any more.";
        }

        sounds.Save(name, language, samples.Span, how);
        await keeper.RefreshPromptAsync(name, new PromptChanged(name, language, how, by));
        return null;
    }

    private static string NotWritten(Exception fault) =>
        $"The sound cannot be kept: {fault.Message} Make room on the disk and try again.";

    private PromptVersion Version(PromptConfig prompt, string language, SiteModel site, PromptLibrary library)
    {
        var text = prompt.In(language, site.Language);
        var sound = library.Own(prompt.Name, language);
        return new PromptVersion(
            language,
            text?.File,
            text?.Say,
            sounds.Find(prompt.Name, language),
            sound is null ? null : TimeSpan.FromSeconds((double)sound.Samples.Length / LineAudio.SampleRate),
            library.Find(prompt.Name, language).Note);
    }
}
