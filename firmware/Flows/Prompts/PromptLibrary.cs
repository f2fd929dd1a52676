using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site;
using Switchhook.Site.Prompts;

namespace Switchhook.Flows.Prompts;

/// <summary>The prompts of a site, loaded and ready to play. Immutable.</summary>
/// <param name="Prompts">In the site's first language, by name in the site file.</param>
/// <param name="Missing">Prompts that could not be made, and why: the flow goes on without them, and says so.</param>
public sealed record PromptLibrary(ImmutableDictionary<string, Prompt> Prompts, ImmutableDictionary<string, string> Missing)
{
    /// <summary>No prompts.</summary>
    public static readonly PromptLibrary Empty =
        new(ImmutableDictionary<string, Prompt>.Empty, ImmutableDictionary<string, string>.Empty);

    /// <summary>The site's first language, an IETF tag.</summary>
    public string Language { get; init; } = SiteDefaults.Language;

    /// <summary>What the box says itself in the first language, for a site with queues.</summary>
    public Announcements Announcements { get; init; } = Announcements.None;

    /// <summary>The other languages, by tag.</summary>
    public ImmutableDictionary<string, LanguagePrompts> Others { get; init; } =
        ImmutableDictionary.Create<string, LanguagePrompts>(StringComparer.Ordinal);

    /// <summary>What is still being spoken, by the names of <see cref="Missing"/>, with the count of its sentences.</summary>
    public ImmutableDictionary<string, int> Pending { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>What an administrator should know of how they were made, in sentences.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The music for those who wait.</summary>
    public MusicLibrary Music { get; init; } = MusicLibrary.Empty;

    /// <summary>Says what nobody knew before the call.</summary>
    public ISpeaker Speaker { get; init; } = new NoSpeaker();

    /// <summary>A prompt in a language, without falling back to another; null when it is not there.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">IETF tag.</param>
    public Prompt? Own(string name, string language) =>
        (language == Language ? Prompts : Others.GetValueOrDefault(language)?.Prompts)?.GetValueOrDefault(name);

    /// <summary>A prompt in a caller's language; in the first of the site where that lacks it.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">IETF tag; null for the first language.</param>
    public FoundPrompt Find(string name, string? language)
    {
        var own = Others.GetValueOrDefault(language ?? Language)?.Prompts.GetValueOrDefault(name);
        if (own is not null)
        {
            return new FoundPrompt(own, null);
        }

        var first = Prompts.GetValueOrDefault(name);
        if (first is null)
        {
            return new FoundPrompt(null, $"Prompt {name} was left out: {WhyNot(name) ?? "it is not loaded"}");
        }

        return language is null || language == Language
            ? new FoundPrompt(first, null)
            : new FoundPrompt(
                first,
                $"Prompt {name} is played in {LanguageNames.Of(Language)}: "
                + (WhyNot(MissingKey(name, language)) ?? $"it is not given in {LanguageNames.Of(language)}."));
    }

    /// <summary>What the box says itself in a caller's language; in the first of the site where it does not speak that.</summary>
    /// <param name="language">IETF tag; null for the first language.</param>
    public Announcements AnnouncementsIn(string? language) =>
        Others.GetValueOrDefault(language ?? Language)?.Announcements ?? Announcements;

    private string? WhyNot(string key) =>
        Pending.ContainsKey(key) ? $"{NotYetSpokenException.Words}." : Missing.GetValueOrDefault(key);

    /// <summary>What <see cref="Missing"/> calls a prompt of another language than the first.</summary>
    internal static string MissingKey(string name, string language) => $"{name} in {LanguageNames.Of(language)}";
}
