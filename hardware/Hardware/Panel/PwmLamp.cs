using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel;

/// <summary>A lamp that is dimmed by pulse width modulation. Disposing puts it out; the port stays its owner's.</summary>
public sealed class PwmLamp : ILamp, IDisposable
{
    /// <summary>Above what an eye sees flicker, below what a long cable to a lamp rounds off.</summary>
    public static readonly Frequency Frequency = new(500);

    private readonly IPwmPort _port;
    private readonly double _brightness;
    private readonly bool _activeLow;
    private double _level;

    /// <summary>A lamp that is dark at first.</summary>
    /// <param name="name">Name as the board file gives it.</param>
    /// <param name="port">The port.</param>
    /// <param name="brightness">How bright it is when it is on: its share of each period, above 0 to 1.</param>
    /// <param name="activeLow">True when it lights while the pin is low.</param>
    /// <exception cref="IOException">The port refuses it.</exception>
    public PwmLamp(string name, IPwmPort port, double brightness = 1, bool activeLow = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(brightness);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(brightness, 1);
        (Name, _port, _brightness, _activeLow) = (name, port, brightness, activeLow);
        port.Frequency = Frequency;
        Level = 0;
        port.Start();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsOn
    {
        get => Level > 0;
        set => Level = value ? 1 : 0;
    }

    /// <inheritdoc/>
    public double Level
    {
        get => _level;
        set
        {
            var lit = Math.Clamp(value, 0, 1) * _brightness;
            _port.DutyCycle = _activeLow ? 1 - lit : lit;
            _level = value;
        }
    }

    /// <summary>Puts the lamp out. The port goes on: one that stops is low, which lights a lamp that is active-low.</summary>
    public void Dispose() => Level = 0;
}
