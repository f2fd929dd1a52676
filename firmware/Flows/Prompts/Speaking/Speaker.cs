using Switchhook.Audio;
using Switchhook.Audio.Prompts;

namespace Switchhook.Flows.Prompts.Speaking;

/// <summary>Speaks by the site's own voice, beside the control loop.</summary>
/// <param name="speech">Makes the speech.</param>
/// <param name="firstLanguage">Of the site.</param>
/// <param name="time">The clock.</param>
internal sealed class Speaker(SpeechCache speech, string firstLanguage, TimeProvider time) : ISpeaker
{
    /// <summary>A caller hears nothing for so long at most.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private const int LongestText = 500;

    // So many callers of the whole box are served at once; more of them wait for their turn within the limit.
    private static readonly SemaphoreSlim Places = new(2, 2);

    /// <inheritdoc/>
    public async Task<Spoken> SayAsync(string text, string? language, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return new Spoken(null, $"A text of {text.Length} characters cannot be said; it may have 1 to {LongestText}.");
        }

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var token = either.Token;
        try
        {
            return await Task.Run(() => SpeakAsync(text, language ?? firstLanguage, token), token).WaitAsync(token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Spoken(null, $"\"{text}\" was not spoken within {Limit.TotalSeconds:0} s.");
        }
        catch (Exception fault) when (PromptLoader.IsMissing(fault))
        {
            return new Spoken(null, $"\"{text}\" could not be spoken: {fault.Message}");
        }
    }

    private async Task<Spoken> SpeakAsync(string text, string language, CancellationToken cancel)
    {
        await Places.WaitAsync(cancel);
        try
        {
            var file = await speech.SpokenAsync(text, language, cancel);
            return new Spoken(new Prompt(text, SpeechLeveller.Level(PromptReader.Load(file, text).Samples.Span)), null);
        }
        finally
        {
            Places.Release();
        }
    }
}

/// <summary>A speaker where there is none.</summary>
internal sealed class NoSpeaker : ISpeaker
{
    /// <inheritdoc/>
    public Task<Spoken> SayAsync(string text, string? language, CancellationToken cancel) =>
        Task.FromResult(new Spoken(null, $"\"{text}\" could not be spoken: no speech is loaded."));
}
