using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Flows.Announcing;

namespace Switchhook.Flows.Prompts;

/// <summary>What a site has in one language beside its first. Immutable.</summary>
/// <param name="Prompts">By name in the site file; those that the language has.</param>
/// <param name="Announcements">What the box says itself.</param>
public sealed record LanguagePrompts(ImmutableDictionary<string, Prompt> Prompts, Announcements Announcements);

/// <summary>A prompt for a caller.</summary>
/// <param name="Prompt">Ready to play; null when it is missing in all languages that the caller could hear.</param>
/// <param name="Note">What is not as it should be, a sentence for the journal of the call; null when all is well.</param>
public sealed record FoundPrompt(Prompt? Prompt, string? Note);
