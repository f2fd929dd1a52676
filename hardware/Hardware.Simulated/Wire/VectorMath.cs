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

    /// <summary>Sum of the products of two rows of equal length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
        var rights = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < lefts.Length; i++)
        {
            sums += lefts[i] * rights[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = lefts.Length * Vector<float>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>Widens samples.</summary>
    public static void ToFloat(ReadOnlySpan<short> samples, Span<float> result)
    {
        var step = Vector<short>.Count;
        var i = 0;
        for (; i + step <= samples.Length; i += step)
        {
            Vector.Widen(new Vector<short>(samples[i..]), out var low, out var high);
            Vector.ConvertToSingle(low).CopyTo(result[i..]);
            Vector.ConvertToSingle(high).CopyTo(result[(i + (step / 2))..]);
        }

        for (; i < samples.Length; i++)
        {
            result[i] = samples[i];
        }
    }

    /// <summary>Rounds to samples, saturating.</summary>
    public static void ToShort(ReadOnlySpan<float> values, Span<short> result)
    {
        var step = Vector<short>.Count;
        var i = 0;
        for (; i + step <= values.Length; i += step)
        {
            Vector.Narrow(Rounded(values[i..]), Rounded(values[(i + (step / 2))..])).CopyTo(result[i..]);
        }

        for (; i < values.Length; i++)
        {
            result[i] = (short)Math.Clamp(MathF.Round(values[i]), short.MinValue, short.MaxValue);
        }
    }

    private static Vector<int> Rounded(ReadOnlySpan<float> values)
    {
        var clamped = Vector.Clamp(new Vector<float>(values), new Vector<float>(short.MinValue), new Vector<float>(short.MaxValue));
        return Vector.ConvertToInt32(Vector.Round(clamped));
    }

    /// <summary>True when every sample is zero.</summary>
    public static bool IsSilent(ReadOnlySpan<short> samples) => !samples.ContainsAnyExcept((short)0);
}
