using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>The noise that one end of a line hears.</summary>
internal sealed class LineNoise(NoiseTable table, double dbm0, uint seed)
{
    // The power of a sine is half the square of its peak.
    private readonly float _rms = (float)(LineAudio.Peak(dbm0) / Math.Sqrt(2));
    private uint _place = seed | 1;

    /// <summary>Adds a block of noise.</summary>
    public void Add(Span<float> sum)
    {
        if (_rms <= 0)
        {
            return;
        }

        // Xorshift by Marsaglia: a new place in the table for every block, so that no pattern repeats.
        _place ^= _place << 13;
        _place ^= _place >> 17;
        _place ^= _place << 5;
        VectorMath.AddScaled(table.Block(_place), _rms, sum);
    }
}
