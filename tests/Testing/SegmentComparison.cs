using System.Numerics;
using Switchhook.Hardware.Lines;

namespace Switchhook.Testing;

/// <summary>How a sound that was heard differs from the one that was said, when the delay between them may change on the way.</summary>
/// <param name="SegmentSignalToNoiseDb">
/// Mean over the segments of 20 ms in which something was said; each counts from -10 to 35 dB, so that neither a lost one nor a perfect
/// one outweighs the rest.
/// </param>
/// <param name="SignalToNoiseDb">Of the whole.</param>
/// <param name="Correlation">Of the whole, 1 when they are alike.</param>
/// <param name="DelayMilliseconds">Least and greatest delay that was found.</param>
public sealed record SegmentComparison(
    double SegmentSignalToNoiseDb, double SignalToNoiseDb, double Correlation, (double Least, double Greatest) DelayMilliseconds)
{
    private const int Segment = LineAudio.BlockSamples;
    private const int SegmentsAligned = 10;
    private const double QuietPower = 40 * 40;

    /// <summary>Compares; the delay is found anew every 200 ms.</summary>
    /// <param name="said">The reference.</param>
    /// <param name="heard">Longer than the reference by <paramref name="maxDelaySamples"/>.</param>
    /// <param name="maxDelaySamples">Largest delay to look for.</param>
    public static SegmentComparison Of(ReadOnlySpan<short> said, ReadOnlySpan<short> heard, int maxDelaySamples) =>
        Of(Floats(said), Floats(heard), maxDelaySamples);

    private static SegmentComparison Of(float[] said, float[] heard, int maxDelaySamples)
    {
        const int Aligned = Segment * SegmentsAligned;
        var (noise, power, product, heardPower, segments, count) = (0.0, 0.0, 0.0, 0.0, 0.0, 0);
        var (least, greatest) = (int.MaxValue, int.MinValue);
        for (var at = 0; at + Aligned <= said.Length && at + Aligned + maxDelaySamples <= heard.Length; at += Aligned)
        {
            var part = said.AsSpan(at, Aligned);
            if (Dot(part, part) < QuietPower * Aligned)
            {
                continue;
            }

            var delay = Delay(part, heard.AsSpan(at, Aligned + maxDelaySamples));
            (least, greatest) = (Math.Min(least, delay), Math.Max(greatest, delay));
            for (var from = at; from < at + Aligned; from += Segment)
            {
                var a = said.AsSpan(from, Segment);
                var b = heard.AsSpan(from + delay, Segment);
                var (ab, aa, bb) = (Dot(a, b), Dot(a, a), Dot(b, b));
                var difference = aa + bb - (2 * ab);
                (noise, power, product, heardPower) = (noise + difference, power + aa, product + ab, heardPower + bb);
                if (aa >= QuietPower * Segment)
                {
                    segments += Math.Clamp(10 * Math.Log10(aa / Math.Max(difference, 1)), -10, 35);
                    count++;
                }
            }
        }

        return new SegmentComparison(
            segments / Math.Max(count, 1),
            10 * Math.Log10(power / Math.Max(noise, 1)),
            product / Math.Sqrt(Math.Max(power * heardPower, 1)),
            (least * 1000.0 / LineAudio.SampleRate, greatest * 1000.0 / LineAudio.SampleRate));
    }

    private static int Delay(ReadOnlySpan<float> said, ReadOnlySpan<float> heard)
    {
        var (best, bestScore) = (0, double.NegativeInfinity);
        for (var delay = 0; delay + said.Length <= heard.Length; delay++)
        {
            var part = heard.Slice(delay, said.Length);
            var score = Dot(said, part) / Math.Sqrt(Math.Max(Dot(part, part), 1));
            if (score > bestScore)
            {
                (best, bestScore) = (delay, score);
            }
        }

        return best;
    }

    private static float[] Floats(ReadOnlySpan<short> samples)
    {
        var floats = new float[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            floats[i] = samples[i];
        }

        return floats;
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (whole, sums) = (a.Length / Vector<float>.Count, Vector<float>.Zero);
        for (var i = 0; i < whole; i++)
        {
            sums += new Vector<float>(a[(i * Vector<float>.Count)..]) * new Vector<float>(b[(i * Vector<float>.Count)..]);
        }

        var sum = (double)Vector.Sum(sums);
        for (var i = whole * Vector<float>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
