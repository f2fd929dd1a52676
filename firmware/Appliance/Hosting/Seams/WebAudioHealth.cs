using Switchhook.Audio.Engine;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting.Seams;

/// <summary>Tells the web whether the audio clock ticks: the last tick is not older than a second.</summary>
internal sealed class WebAudioHealth(MediaClock clock, TimeProvider time) : IAudioHealth
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public bool IsTicking => time.GetElapsedTime(clock.LastTickAt) < Limit;
}
