namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>Makes sound louder or softer.</summary>
/// <param name="decibels">By how much.</param>
internal sealed class Gain(double decibels)
{
    private const int One = 1 << Shift;
    private const int Shift = 12;

    private readonly int _factor = (int)Math.Round(Math.Pow(10, decibels / 20) * One);

    /// <summary>Applies it in place; what is too loud is clipped.</summary>
    public void Apply(Span<short> block)
    {
        if (_factor == One)
        {
            return;
        }

        foreach (ref var sample in block)
        {
            sample = (short)Math.Clamp((sample * _factor) >> Shift, short.MinValue, short.MaxValue);
        }
    }
}
