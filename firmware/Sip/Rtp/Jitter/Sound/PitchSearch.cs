using System.Numerics;
using System.Runtime.InteropServices;

namespace Switchhook.Sip.Rtp.Jitter.Sound;

/// <summary>Finds after how many samples speech repeats itself.</summary>
internal sealed class PitchSearch
{
    /// <summary>The shortest period: 400 Hz.</summary>
    public const int MinPeriod = 20;

    /// <summary>The longest period: 50 Hz.</summary>
    public const int MaxPeriod = 160;

    private const int MaxLength = MaxPeriod + 160;

    private readonly float[] _samples = new float[MaxLength];

    /// <summary>
    /// The shift at which two stretches of the same sound are most alike: one at the end of the samples, one as long before it.
    /// </summary>
    /// <param name="samples">At least <paramref name="compared"/> and <paramref name="longest"/> long; only their end is looked at.</param>
    /// <param name="shortest">Least shift.</param>
    /// <param name="longest">Largest shift.</param>
    /// <param name="compared">Length of what is compared.</param>
    public int Find(ReadOnlySpan<short> samples, int shortest, int longest, int compared)
    {
        var length = longest + compared;
        samples = samples[^length..];
        var sound = _samples.AsSpan(0, length);
        for (var i = 0; i < length; i++)
        {
            sound[i] = samples[i];
        }

        var pattern = sound[^compared..];
        var (best, bestScore) = (shortest, float.NegativeInfinity);
        for (var shift = shortest; shift <= longest; shift++)
        {
            var other = sound.Slice(length - compared - shift, compared);
            var (product, power) = Correlate(pattern, other);
            var score = product / MathF.Sqrt(power + 1);
            if (score > bestScore)
            {
                (best, bestScore) = (shift, score);
            }
        }

        return best;
    }

    private static (float Product, float Power) Correlate(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (products, powers) = (Vector<float>.Zero, Vector<float>.Zero);
        var vectorsA = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vectorsB = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (var i = 0; i < vectorsA.Length; i++)
        {
            products += vectorsA[i] * vectorsB[i];
            powers += vectorsB[i] * vectorsB[i];
        }

        var (product, power) = (Vector.Sum(products), Vector.Sum(powers));
        for (var i = vectorsA.Length * Vector<float>.Count; i < a.Length; i++)
        {
            product += a[i] * b[i];
            power += b[i] * b[i];
        }

        return (product, power);
    }
}
