namespace Switchhook.Site.Prompts;

/// <summary>A prompt in one language: exactly one of file and text is set.</summary>
/// <param name="Language">IETF tag, one of the site's languages.</param>
/// <param name="File">Path of a sound file, relative to the site file; exists.</param>
/// <param name="Say">Text for speech synthesis.</param>
public sealed record PromptText(string Language, string? File, string? Say);
