using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;

namespace Switchhook.Flows.Steps;

/// <summary>A call on its way through a flow.</summary>
/// <param name="Call">The call.</param>
/// <param name="Caller">The caller's leg; its <see cref="Leg.Gone"/> ends the flow.</param>
/// <param name="Identity">Who calls.</param>
/// <param name="Site">The version of the site that the call began with.</param>
internal sealed record FlowCall(Call Call, Leg Caller, CallerIdentity Identity, SiteInForce Site)
{
    private int _visits;

    /// <summary>What the flow knows of the caller.</summary>
    public FlowMemory Memory { get; } = new(Site, Identity);

    /// <summary>What the box says itself, in the language of the caller.</summary>
    public Announcements Announcements => Site.Prompts.Announcements;

    /// <summary>Since when the caller waits for someone, through queues and menus; null when he has not begun to.</summary>
    public DateTimeOffset? Turn { get; set; }

    /// <summary>The queues that the call has been in.</summary>
    public HashSet<string> VisitedQueues { get; } = new(StringComparer.Ordinal);

    /// <summary>A sound, ready to play; null when it is not there, which the journal tells.</summary>
    public Prompt? Sound(FlowSound sound) => sound switch
    {
        FlowSound.Named { Prompt: var name } => Named(name),
        FlowSound.OfBox { Phrase: var phrase } => Phrased(phrase),
        _ => null,
    };

    /// <summary>A number for the next visit to a queue, from 1.</summary>
    public int NextVisit() => ++_visits;

    private Prompt? Named(string name)
    {
        if (Site.Prompts.Prompts.TryGetValue(name, out var prompt))
        {
            return prompt;
        }

        Call.Note("play", $"Prompt {name} was left out: {Site.Prompts.Missing.GetValueOrDefault(name, "it is not loaded")}");
        return null;
    }

    private Prompt? Phrased(Phrase phrase)
    {
        var announcement = Announcements.Make(phrase);
        if (announcement.Missing is { } missing)
        {
            Call.Note("play", missing);
        }

        return announcement.Prompt;
    }
}
