using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>White Gaussian noise of unit power, made once from the seed and read by all lines from places of their own.</summary>
internal sealed class NoiseTable
{
    private const int Length = 1 << 16;

    private readonly float[] _samples = new float[Length + LineAudio.BlockSamples];

    /// <summary>Fills the table.</summary>
    public NoiseTable(Random random)
    {
        double sum = 0;
        double squares = 0;
        for (var i = 0; i < Length; i++)
        {
            // Box and Muller.
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var value = radius * Math.Cos(2 * Math.PI * random.NextDouble());
            _samples[i] = (float)value;
            sum += value;
            squares += value * value;
        }

        var mean = sum / Length;
        var deviation = Math.Sqrt((squares / Length) - (mean * mean));
        for (var i = 0; i < Length; i++)
        {
            _samples[i] = (float)((_samples[i] - mean) / deviation);
        }

        _samples.AsSpan(0, LineAudio.BlockSamples).CopyTo(_samples.AsSpan(Length));
    }

    /// <summary>One block of noise, from a place chosen by any number.</summary>
    public ReadOnlySpan<float> Block(uint place) => _samples.AsSpan((int)(place % Length), LineAudio.BlockSamples);
}
