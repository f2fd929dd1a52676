using Switchhook.Audio;
using Switchhook.Flows.Prompts.Sounds;

namespace Switchhook.Web.Seams;

/// <summary>The prompts of the site, and the sounds that people give them. Any thread.</summary>
public interface IPromptDesk
{
    /// <summary>All prompts of the site in all its languages.</summary>
    IReadOnlyList<PromptState> List();

    /// <summary>A prompt as callers hear it now; null when they hear none in that language.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">One of the site's languages.</param>
    Prompt? Sound(string name, string language);

    /// <summary>Gives a prompt a sound, which the next call hears.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">One of the site's languages.</param>
    /// <param name="file">A whole sound file.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="cancellation">The sender has gone; what is kept already comes into force.</param>
    /// <returns>Why not, a sentence with the cure; null when it is in force.</returns>
    Task<string?> UploadAsync(string name, string language, ReadOnlyMemory<byte> file, string by, CancellationToken cancellation);

    /// <summary>Takes the sound away that somebody has given, so that the site file is heard again.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">One of the site's languages.</param>
    /// <param name="by">Who does it.</param>
    /// <returns>Why not, a sentence; null when it is done.</returns>
    Task<string?> RemoveAsync(string name, string language, string by);
}

/// <summary>A prompt in all languages of the site.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Versions">One for each language, in the order of the site.</param>
public sealed record PromptState(string Name, IReadOnlyList<PromptVersion> Versions);

/// <summary>A prompt in one language.</summary>
/// <param name="Language">IETF tag.</param>
/// <param name="File">Sound file in the site file; null without.</param>
/// <param name="Text">Text in the site file; null without.</param>
/// <param name="Own">The sound that somebody has given, which is heard instead; null without.</param>
/// <param name="Length">How long it is; null when it is not there.</param>
/// <param name="Trouble">What is missing, a sentence; null when all is well.</param>
public sealed record PromptVersion(
    string Language, string? File, string? Text, PromptSound? Own, TimeSpan? Length, string? Trouble);
