using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Announcing.Values;

namespace Switchhook.Flows.Steps;

/// <summary>A call on its way through a flow.</summary>
/// <param name="Call">The call.</param>
/// <param name="Caller">The caller's leg; its <see cref="Leg.Gone"/> ends the flow.</param>
/// <param name="Identity">Who calls.</param>
/// <param name="Site">The version of the site that the call began with.</param>
internal sealed record FlowCall(Call Call, Leg Caller, CallerIdentity Identity, SiteInForce Site)
{
    private int _visits;
    private int _surveys;

    /// <summary>What the flow knows of the caller.</summary>
    public FlowMemory Memory { get; } = new(Site, Identity);

    /// <summary>What the box says itself, in the language of the caller.</summary>
    public Announcements Announcements => Site.Prompts.AnnouncementsIn(Memory.Language);

    /// <summary>Since when the caller waits for someone, through queues and menus; null when he has not begun to.</summary>
    public DateTimeOffset? Turn { get; set; }

    /// <summary>The queues that the call has been in.</summary>
    public HashSet<string> VisitedQueues { get; } = new(StringComparer.Ordinal);

    /// <summary>A sound, ready to play; null when it is not there, which the journal tells.</summary>
    public async Task<Prompt?> SoundAsync(FlowSound sound)
    {
        var (prompt, note) = sound switch
        {
            FlowSound.Named named => Site.Prompts.Find(named.Prompt, Memory.Language) is var found ? (found.Prompt, found.Note) : default,
            FlowSound.OfBox box => Phrased(box),
            FlowSound.Value value => await SpokenAsync(value),
            _ => throw new ArgumentOutOfRangeException(nameof(sound), sound, "An unknown sound."),
        };
        if (note is not null)
        {
            Call.Note("play", note);
        }

        return prompt;
    }

    /// <summary>Id of the survey that is asked, or was asked last.</summary>
    public string Survey => $"{Call.Id}-survey-{_surveys}";

    /// <summary>An id for the next survey.</summary>
    public string NextSurvey()
    {
        _surveys++;
        return Survey;
    }

    /// <summary>A number for the next visit to a queue, from 1.</summary>
    public int NextVisit() => ++_visits;

    private (Prompt? Prompt, string? Note) Phrased(FlowSound.OfBox sound)
    {
        var announcement = Site.Prompts.AnnouncementsIn(sound.Language ?? Memory.Language).Make(sound.Phrase);
        return (announcement.Prompt, announcement.Missing);
    }

    private async Task<(Prompt? Prompt, string? Note)> SpokenAsync(FlowSound.Value value)
    {
        var spoken = await ValueSpeech.SayAsync(Site, value.As, value.Text, Memory.Language, Caller.Gone);
        return (spoken.Prompt, spoken.Missing);
    }
}
