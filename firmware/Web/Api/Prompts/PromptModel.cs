using Switchhook.Web.Seams;

namespace Switchhook.Web.Api.Prompts;

/// <summary>A prompt of the site.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Languages">One for each language of the site, the first first.</param>
internal sealed record PromptModel(string Name, IReadOnlyList<PromptLanguageModel> Languages)
{
    public static PromptModel Of(PromptState prompt) =>
        new(prompt.Name, [.. prompt.Versions.Select(version => PromptLanguageModel.Of(prompt.Name, version))]);

    /// <summary>Where the sound of a prompt is.</summary>
    public static string AudioOf(string name, string language) =>
        $"/api/v1/prompts/{Uri.EscapeDataString(name)}/audio?language={Uri.EscapeDataString(language)}";
}

/// <summary>A prompt in one language.</summary>
/// <param name="Language">IETF tag.</param>
/// <param name="Source">Where what callers hear comes from.</param>
/// <param name="File">Sound file in the site file; null without.</param>
/// <param name="Text">Text in the site file; null without.</param>
/// <param name="Given">How somebody has given it a sound; null when nobody has.</param>
/// <param name="GivenAt">When, UTC.</param>
/// <param name="Seconds">Its length; null when it is not there.</param>
/// <param name="Audio">Address of its sound; null when it is not there.</param>
/// <param name="Trouble">What is missing, and what callers hear instead; null when all is well.</param>
internal sealed record PromptLanguageModel(
    string Language,
    PromptSource Source,
    string? File,
    string? Text,
    string? Given,
    DateTimeOffset? GivenAt,
    double? Seconds,
    string? Audio,
    string? Trouble)
{
    public static PromptLanguageModel Of(string name, PromptVersion version) => new(
        version.Language,
        version.Length is null ? PromptSource.None
            : version.Own is not null ? PromptSource.Given
            : version.File is not null ? PromptSource.File
            : PromptSource.Speech,
        version.File,
        version.Text,
        version.Own?.How,
        version.Own?.At,
        version.Length?.TotalSeconds,
        version.Length is null ? null : PromptModel.AudioOf(name, version.Language),
        version.Trouble);
}

/// <summary>Where what callers hear comes from.</summary>
internal enum PromptSource
{
    /// <summary>It is not there.</summary>
    None,

    /// <summary>A sound file of the site file.</summary>
    File,

    /// <summary>A text of the site file, spoken.</summary>
    Speech,

    /// <summary>A sound that somebody has uploaded.</summary>
    Given,
}
