using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Talking;

/// <summary>
/// What someone hears who waits, on hold or in a queue: the music of the queue that the call came by, else that of the site, else the soft
/// beeps of the box. Control loop only.
/// </summary>
/// <param name="services">What flows work with.</param>
/// <param name="site">The site of the call.</param>
/// <param name="queue">The queue that the call came by; null for none.</param>
/// <param name="language">Of announcements, an IETF tag; null for the first of the site.</param>
internal sealed class HoldSound(FlowServices services, SiteInForce site, QueueConfig? queue = null, string? language = null)
{
    /// <summary>A source for one listener, without end.</summary>
    public IFrameSource Open()
    {
        if (queue?.Music is { Prompt: { } prompt } && site.Prompts.Prompts.GetValueOrDefault(prompt) is { } single)
        {
            return single.Loop();
        }

        return Music(queue?.Music.From) ?? Music(site.Model.HoldMusic) ?? new HoldSignal();
    }

    private IFrameSource? Music(string? name)
    {
        if (name is null || !site.Model.Music.TryGetValue(name, out var music))
        {
            return null;
        }

        return music.LineIn is { } device
            ? services.LineIns.Open(device, music.Gain)
            : site.Prompts.Music.Open(name, language ?? site.Model.Language, services.Loop.Time.GetUtcNow());
    }
}
