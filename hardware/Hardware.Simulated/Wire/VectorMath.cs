using System.Numerics;
using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>The few operations on blocks of samples that every active line needs in every block.</summary>
internal static class VectorMath
{
    /// <summary><c>sum += factor × input</c>, element by element; both of equal length.</summary>
    public static void AddScaled(ReadOnlySpan<float> input, float factor, Span<float> sum)
    {
        var inputs = MemoryMarshal.Cast<float, Vector<float>>(input);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += inputs[i] * factor;
        }

        for (var i = sums.Length * Vector<float>.Count; i < sum.Length; i++)
        {
            sum[i] += input[i] * factor;
        }
    }

    /// <summary>Widens samples.</summary>
    public static void ToFloat(ReadOnlySpan<short> samples, Span<float> result)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            result[i] = samples[i];
        }
    }

    /// <summary>Rounds to samples, saturating.</summary>
    public static void ToShort(ReadOnlySpan<float> values, Span<short> result)
    {
        for (var i = 0; i < values.Length; i++)
        {
            result[i] = (short)Math.Clamp(MathF.Round(values[i]), short.MinValue, short.MaxValue);
        }
    }

    /// <summary>True when every sample is zero.</summary>
    public static bool IsSilent(ReadOnlySpan<short> samples) => !samples.ContainsAnyExcept((short)0);
}
