using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Prompts;

/// <summary>
/// Makes all prompts equally loud, whoever has spoken them: one active speech level, no peak that clips, no offset, and ends that are
/// faded, so that two prompts join without a click.
/// </summary>
public static class SpeechLeveller
{
    /// <summary>The level that speech gets: the usual one of speech on the telephone network, 26 dB below overload.</summary>
    public const double TargetDbm0 = -20;

    /// <summary>A file that is quieter by more is noise rather than speech.</summary>
    private const double MostGainDb = 40;

    /// <summary>Peaks stay 1.4 dB below what G.711 can carry.</summary>
    private const double Ceiling = 28_000;

    /// <summary>Length of the fades, and of the steps in which peaks are lowered: 5 ms.</summary>
    private const int Step = LineAudio.SampleRate / 200;

    // Peaks are lowered within 10 ms, and the gain comes back within 100 ms.
    private static readonly double MostDrop = Math.Pow(10, -6.0 / 20);
    private static readonly double MostRise = Math.Pow(10, 0.5 / 20);

    /// <summary>Levels a sound.</summary>
    /// <param name="samples">8 kHz, linear.</param>
    /// <param name="gainDb">How much louder than speech it shall be.</param>
    /// <returns>As many samples.</returns>
    public static short[] Level(ReadOnlySpan<short> samples, double gainDb = 0)
    {
        var offset = Mean(samples);
        var gain = SpeechLevel.Measure(samples, offset) is { } level
            ? Math.Pow(10, Math.Clamp(TargetDbm0 + gainDb - level, -MostGainDb, MostGainDb) / 20)
            : 1;
        var result = new short[samples.Length];
        var gains = Gains(samples, offset, gain);
        for (var i = 0; i < samples.Length; i++)
        {
            var (step, part) = Math.DivRem(i, Step);
            var limited = gains[step] + ((gains[step + 1] - gains[step]) * part / Step);
            result[i] = (short)Math.Round((samples[i] - offset) * limited * Fade(i, samples.Length));
        }

        return result;
    }

    private static double Mean(ReadOnlySpan<short> samples)
    {
        long sum = 0;
        foreach (var sample in samples)
        {
            sum += sample;
        }

        return samples.Length == 0 ? 0 : (double)sum / samples.Length;
    }

    // The gain at the beginning of each step; between two it changes evenly, so no sample gets more than its step allows.
    private static double[] Gains(ReadOnlySpan<short> samples, double offset, double gain)
    {
        var gains = new double[(samples.Length / Step) + 2];
        Array.Fill(gains, gain);
        for (var i = 0; i < samples.Length; i++)
        {
            var most = Ceiling / Math.Abs(samples[i] - offset);
            var step = i / Step;
            gains[step] = Math.Min(gains[step], most);
            gains[step + 1] = Math.Min(gains[step + 1], most);
        }

        for (var step = gains.Length - 2; step >= 0; step--)
        {
            gains[step] = Math.Min(gains[step], gains[step + 1] / MostDrop);
        }

        for (var step = 1; step < gains.Length; step++)
        {
            gains[step] = Math.Min(gains[step], gains[step - 1] * MostRise);
        }

        return gains;
    }

    private static double Fade(int i, int length) => Math.Min(1, (Math.Min(i, length - 1 - i) + 0.5) / Step);
}
