using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Flows.Announcing;

namespace Switchhook.Flows.Prompts;

/// <summary>The prompts of a site, loaded and ready to play. Immutable.</summary>
/// <param name="Prompts">By name in the site file.</param>
/// <param name="Missing">Prompts that could not be made, and why: the flow goes on without them, and says so.</param>
public sealed record PromptLibrary(ImmutableDictionary<string, Prompt> Prompts, ImmutableDictionary<string, string> Missing)
{
    /// <summary>No prompts.</summary>
    public static readonly PromptLibrary Empty =
        new(ImmutableDictionary<string, Prompt>.Empty, ImmutableDictionary<string, string>.Empty);

    /// <summary>What the box says itself, for a site with queues.</summary>
    public Announcements Announcements { get; init; } = Announcements.None;
}
