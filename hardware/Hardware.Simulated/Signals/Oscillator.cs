using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>A sine by the two-term recursion <c>y[n] = 2·cos ω·y[n−1] − y[n−2]</c>; exact to rounding over hours.</summary>
internal struct Oscillator
{
    private double _twoCosine;
    private double _last;
    private double _beforeLast;

    /// <summary>Begins at phase 0.</summary>
    public void Start(double hertz, double peak)
    {
        var omega = 2 * Math.PI * hertz / LineAudio.SampleRate;
        _twoCosine = 2 * Math.Cos(omega);
        _last = -peak * Math.Sin(omega);
        _beforeLast = -peak * Math.Sin(2 * omega);
    }

    /// <summary>The next sample.</summary>
    public double Next()
    {
        var value = (_twoCosine * _last) - _beforeLast;
        _beforeLast = _last;
        _last = value;
        return value;
    }
}
