using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Detecting;

/// <summary>How much of a frame's power a set of frequencies explains.</summary>
/// <remarks>
/// The frame is projected onto the space of sines and cosines of the set, so that two close frequencies do not disturb each other as they
/// would in separate Goertzel filters. Each stands there twice, a little lower and a little higher, because exchanges may be 4 % off.
/// </remarks>
internal sealed class ToneFilter
{
    private const double Spread = 0.02;

    // What is left of a wave that the others nearly make up has no direction of its own.
    private const double LeastShare = 0.03;

    private readonly float[][] _basis;

    public ToneFilter(IReadOnlyList<double> hertz) =>
        _basis = Orthonormal([.. hertz.SelectMany(middle => new[] { middle * (1 - Spread), middle * (1 + Spread) })]);

    /// <summary>The explained power, as a sum of squares like the frame's own.</summary>
    public float ExplainedPower(ReadOnlySpan<float> frame)
    {
        var power = 0f;
        foreach (var vector in _basis)
        {
            var dot = 0f;
            for (var i = 0; i < vector.Length; i++)
            {
                dot += vector[i] * frame[i];
            }

            power += dot * dot;
        }

        return power;
    }

    // Gram and Schmidt.
    private static float[][] Orthonormal(IReadOnlyList<double> hertz)
    {
        var basis = new List<double[]>();
        foreach (var vector in hertz.SelectMany(Waves))
        {
            var before = Math.Sqrt(Dot(vector, vector));
            foreach (var earlier in basis)
            {
                var share = Dot(vector, earlier);
                for (var i = 0; i < vector.Length; i++)
                {
                    vector[i] -= share * earlier[i];
                }
            }

            var length = Math.Sqrt(Dot(vector, vector));
            if (length > LeastShare * before)
            {
                basis.Add([.. vector.Select(value => value / length)]);
            }
        }

        return [.. basis.Select(vector => vector.Select(value => (float)value).ToArray())];
    }

    private static IEnumerable<double[]> Waves(double hertz)
    {
        var step = 2 * Math.PI * hertz / LineAudio.SampleRate;
        yield return [.. Enumerable.Range(0, LineAudio.BlockSamples).Select(n => Math.Cos(step * n))];
        yield return [.. Enumerable.Range(0, LineAudio.BlockSamples).Select(n => Math.Sin(step * n))];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
