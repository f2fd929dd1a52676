namespace Switchhook.Flows.Prompts;

/// <summary>Speech for a loader that waits so long and no longer; what was spoken before is there at once.</summary>
/// <param name="cache">Speaks.</param>
/// <param name="patience">After so long no text is spoken any more; <see cref="Timeout.InfiniteTimeSpan"/> for all of them.</param>
/// <param name="time">The clock.</param>
internal sealed class PatientSpeech(SpeechCache cache, TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _patience = new(patience, time);

    /// <summary>The WAV file of a text. Any thread.</summary>
    /// <exception cref="NotYetSpokenException">The patience was over before the text was spoken.</exception>
    /// <exception cref="SpeechException">The words of the exception tell the cure.</exception>
    public async Task<string> SpokenAsync(string text, string language, CancellationToken cancel)
    {
        if (cache.Find(text, language) is { } kept)
        {
            return kept;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_patience.Token, cancel);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            return await cache.SpokenAsync(text, language, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new NotYetSpokenException();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _patience.Dispose();
}
