using Switchhook.Audio;

namespace Switchhook.Flows.Prompts.Speaking;

/// <summary>Says texts that nobody knew before the call: numbers, times, names. A caller never waits long for it.</summary>
public interface ISpeaker
{
    /// <summary>Speaks a text.</summary>
    /// <param name="text">Plain text, a sentence or two.</param>
    /// <param name="language">IETF tag; null for the first language of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The sound; or why there is none. Only <paramref name="cancel"/> makes it throw.</returns>
    Task<Spoken> SayAsync(string text, string? language, CancellationToken cancel);
}

/// <summary>A text that was to be spoken.</summary>
/// <param name="Prompt">Ready to play; null when it could not be spoken.</param>
/// <param name="Missing">Why not, a sentence for the journal; null when it is there.</param>
public sealed record Spoken(Prompt? Prompt, string? Missing);
