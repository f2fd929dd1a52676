using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Panel.Power;

/// <summary>
/// A line behind a power-fail relay, as the rest of the box sees it: out of order while it goes past the box. So nothing answers or dials
/// into a call at the bypassed phone, and the line comes back by itself.
/// </summary>
/// <param name="port">The port.</param>
/// <param name="words">Why the line is out of order, as a sentence.</param>
/// <param name="time">Dates the events.</param>
internal sealed class BypassedLine(IFxoPort port, Func<string> words, TimeProvider time) : IFxoPort
{
    private static readonly short[] Silence = new short[LineAudio.BlockSamples];

    private Action<LineEvent>? _handlers;
    private volatile bool _serves;

    public event Action<LineEvent>? LineEvent
    {
        add => _handlers += value;
        remove => _handlers -= value;
    }

    public string Name => port.Name;

    public ReadOnlySpan<short> Received => _serves ? port.Received : Silence;

    public Span<short> Transmit => port.Transmit;

    public LineReadings Readings => port.Readings;

    public bool Measures => port.Measures;

    public string? Fault => port.Fault ?? (_serves ? null : words());

    public bool IsOffHook => port.IsOffHook;

    public bool HasBattery => port.HasBattery;

    public void SetOffHook(bool offHook)
    {
        if (_serves)
        {
            port.SetOffHook(offHook);
        }
    }

    public void Flash(TimeSpan duration)
    {
        if (_serves)
        {
            port.Flash(duration);
        }
    }

    public void SendPulses(string digits)
    {
        if (_serves)
        {
            port.SendPulses(digits);
        }
    }

    /// <summary>The box gets the line, or loses it. A fault of the port itself is told by the port.</summary>
    public void Serve(bool serves)
    {
        if (serves != _serves)
        {
            _serves = serves;
            if (port.Fault is null)
            {
                Raise(serves ? LineEventKind.FaultCleared : LineEventKind.FaultBegan);
            }
        }
    }

    /// <summary>A change on the wire; it concerns nobody while the line goes past the box.</summary>
    public void Forward(LineEvent change)
    {
        if (_serves)
        {
            _handlers?.Invoke(change);
        }
    }

    private void Raise(LineEventKind kind) => _handlers?.Invoke(new LineEvent(kind, time.GetElapsedTime(0)));
}
