namespace Switchhook.Audio.Tones;

/// <summary>A sine by a rotating phasor: exact in frequency, free of table noise, no allocation.</summary>
internal struct Oscillator
{
    private readonly double _cos;
    private readonly double _sin;
    private readonly double _amplitude;
    private double _x;
    private double _y;

    /// <summary>An oscillator that begins at phase zero.</summary>
    /// <param name="hertz">Frequency.</param>
    /// <param name="amplitude">Peak on the 16-bit scale.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public Oscillator(double hertz, double amplitude, int sampleRate)
    {
        (_sin, _cos) = Math.SinCos(2 * Math.PI * hertz / sampleRate);
        _amplitude = amplitude;
        _x = 1;
        _y = 0;
    }

    /// <summary>The next value.</summary>
    public double Next()
    {
        var value = _y * _amplitude;
        (_x, _y) = ((_x * _cos) - (_y * _sin), (_x * _sin) + (_y * _cos));
        return value;
    }

    /// <summary>Takes the rounding error out of the radius; once a frame is plenty.</summary>
    public void Renormalise()
    {
        var scale = 1 / Math.Sqrt((_x * _x) + (_y * _y));
        _x *= scale;
        _y *= scale;
    }
}
