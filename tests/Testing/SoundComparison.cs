namespace Switchhook.Testing;

/// <summary>How a sound that was heard differs from the one that was said.</summary>
/// <param name="DelaySamples">Where the said sound begins in the heard one, in samples of 8 kHz.</param>
/// <param name="LevelDb">Change of level in dB; 0 is unchanged.</param>
/// <param name="SignalToNoiseDb">Power of the said sound, as it arrived, over the power of everything else in that time.</param>
public sealed record SoundComparison(int DelaySamples, double LevelDb, double SignalToNoiseDb)
{
    /// <summary>
    /// Finds a sound in another one: the place of the largest correlation, then the least-squares gain, then what is left over.
    /// </summary>
    /// <param name="said">The reference.</param>
    /// <param name="heard">At least as long as the reference and the delay.</param>
    /// <param name="maxDelaySamples">Largest delay to look for.</param>
    public static SoundComparison Of(ReadOnlySpan<short> said, ReadOnlySpan<short> heard, int maxDelaySamples)
    {
        var last = Math.Min(maxDelaySamples, heard.Length - said.Length);
        if (last < 0)
        {
            throw new ArgumentException($"Heard {heard.Length} samples, fewer than the {said.Length} that were said.", nameof(heard));
        }

        var (delay, best) = (0, double.NegativeInfinity);
        for (var lag = 0; lag <= last; lag++)
        {
            var score = Correlation(said, heard.Slice(lag, said.Length));
            if (score > best)
            {
                (delay, best) = (lag, score);
            }
        }

        var part = heard.Slice(delay, said.Length);
        var power = Dot(said, said);
        var gain = Dot(said, part) / power;
        var noise = 0.0;
        for (var i = 0; i < said.Length; i++)
        {
            var difference = part[i] - (gain * said[i]);
            noise += difference * difference;
        }

        return new SoundComparison(
            delay, 20 * Math.Log10(Math.Abs(gain)), 10 * Math.Log10(gain * gain * power / Math.Max(noise, 1e-9)));
    }

    private static double Correlation(ReadOnlySpan<short> a, ReadOnlySpan<short> b) => Dot(a, b) / Math.Sqrt(Math.Max(Dot(b, b), 1));

    private static double Dot(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
