using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Flows.Prompts;

/// <summary>Sounds that stand for speech.</summary>
internal static class Tone
{
    /// <summary>Half a second of a sine.</summary>
    public static short[] Of(double dbm0) =>
    [
        .. Enumerable.Range(0, LineAudio.SampleRate / 2)
            .Select(i => (short)Math.Round(LineAudio.Peak(dbm0) * Math.Sin(2 * Math.PI * 440 * i / LineAudio.SampleRate))),
    ];

    /// <summary>Writes it as a WAV file.</summary>
    public static void Write(string file, double dbm0)
    {
        using var stream = File.Create(file);
        WavWriter.Write(stream, Of(dbm0));
    }
}
