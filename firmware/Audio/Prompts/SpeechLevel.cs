using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Prompts;

/// <summary>How loud speech is while there is speech: the active speech level of ITU-T P.56, method B. Pauses do not count.</summary>
public static class SpeechLevel
{
    // Table 1 of P.56: time constant of the envelope, hangover, margin between level and threshold.
    private const double SmoothingSeconds = 0.03;
    private const double HangoverSeconds = 0.2;
    private const double MarginDb = 15.9;

    private const int Thresholds = 15;

    /// <summary>What is below is silence: no line is so quiet.</summary>
    private const double QuietestDbm0 = -66;

    /// <summary>The level in dBm0; null when nothing but silence is there.</summary>
    /// <param name="samples">8 kHz, linear; an offset of the samples counts as sound.</param>
    /// <param name="offset">What is taken off each sample first.</param>
    public static double? Measure(ReadOnlySpan<short> samples, double offset = 0)
    {
        var active = new long[Thresholds];
        var energy = Count(samples, offset, active);
        if (energy <= 0)
        {
            return null;
        }

        var before = double.NaN;
        var level = double.NaN;
        for (var j = 0; j < Thresholds && active[j] > 0; j++)
        {
            var current = Dbm0(energy / active[j]);
            var margin = current - Dbm0(Math.Pow(4, j));
            if (margin <= MarginDb)
            {
                level = Between(before, current, j);
                break;
            }

            // Of a sound too short for the envelope no threshold is so near; the last one comes nearest.
            (before, level) = (current, current);
        }

        var measured = double.IsNaN(level) ? Dbm0(energy / samples.Length) : level;
        return measured < QuietestDbm0 ? null : measured;
    }

    // The level at which the margin is exactly as wanted, between two thresholds that are 6 dB apart.
    private static double Between(double before, double current, int j)
    {
        if (double.IsNaN(before))
        {
            return current;
        }

        var marginBefore = before - Dbm0(Math.Pow(4, j - 1));
        var margin = current - Dbm0(Math.Pow(4, j));
        return before + ((current - before) * (marginBefore - MarginDb) / (marginBefore - margin));
    }

    // Energy of all samples; and for each threshold, how many samples the envelope was above it, with the hangover.
    private static double Count(ReadOnlySpan<short> samples, double offset, long[] active)
    {
        var keep = Math.Exp(-1 / (SmoothingSeconds * LineAudio.SampleRate));
        var hangover = (long)(HangoverSeconds * LineAudio.SampleRate);
        var lastAbove = new long[Thresholds];
        Array.Fill(lastAbove, -hangover - 1);
        double energy = 0, first = 0, envelope = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = samples[i] - offset;
            energy += sample * sample;
            first = (keep * first) + ((1 - keep) * Math.Abs(sample));
            envelope = (keep * envelope) + ((1 - keep) * first);
            for (var j = 0; j < Thresholds; j++)
            {
                if (envelope >= 1 << j)
                {
                    lastAbove[j] = i;
                }
                else if (i - lastAbove[j] > hangover)
                {
                    // Neither is it active by a higher threshold.
                    break;
                }

                active[j]++;
            }
        }

        return energy;
    }

    private static double Dbm0(double power) => 10 * Math.Log10(2 * power / (LineAudio.PeakOf0Dbm0 * LineAudio.PeakOf0Dbm0));
}
