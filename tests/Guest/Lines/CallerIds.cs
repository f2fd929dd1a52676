using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Hardware.Lines;

namespace Switchhook.Guest.Lines;

/// <summary>Caller ID as an exchange sends it.</summary>
internal static class CallerIds
{
    /// <summary>The sound of a message.</summary>
    public static short[] Burst(CallerIdMessage message)
    {
        var source = new CallerIdSource(message, message.Scheme);
        var sound = new short[(int)(source.Duration.TotalSeconds * LineAudio.SampleRate)];
        for (var at = 0; at < sound.Length; at += LineAudio.BlockSamples)
        {
            source.Read(sound.AsSpan(at, Math.Min(LineAudio.BlockSamples, sound.Length - at)));
        }

        return sound;
    }
}
