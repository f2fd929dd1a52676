using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.ProSlic.Ports;

/// <summary>What the two kinds of ports have in common: sound, readings, faults and events.</summary>
/// <remarks>Control thread, except the members of <see cref="IAnalogPort"/>.</remarks>
internal abstract class ProSlicPort(string name, TimeProvider time, Action<string> told) : IAnalogPort
{
    private readonly ReadingHistory _history = new();
    private volatile string? _fault = $"{name} is being started.";
    private string? _chipFault = $"{name} is being started.";
    private string? _cardFault;
    private double _volts;
    private double _milliamps;

    /// <inheritdoc/>
    public event Action<LineEvent>? LineEvent;

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The way of the sound.</summary>
    public PortSound Sound { get; } = new(time);

    /// <inheritdoc/>
    public ReadOnlySpan<short> Received => Sound.Received;

    /// <inheritdoc/>
    public Span<short> Transmit => Sound.Transmit;

    /// <inheritdoc/>
    public LineReadings Readings => new(Volatile.Read(ref _volts), Volatile.Read(ref _milliamps));

    /// <inheritdoc/>
    public IReadOnlyList<ReadingSample> RecentReadings => _history.Snapshot();

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <summary>Takes a reading.</summary>
    public void Measure(TimeSpan at, LineReadings readings)
    {
        Volatile.Write(ref _volts, readings.Volts);
        Volatile.Write(ref _milliamps, readings.Milliamps);
        _history.Add(at, readings);
    }

    /// <summary>Tells of a change on the line; a port with a fault tells nothing.</summary>
    public void Raise(LineEventKind kind, TimeSpan at)
    {
        if (_fault is null)
        {
            LineEvent?.Invoke(new LineEvent(kind, at));
        }
    }

    /// <summary>The chip has a fault, or works.</summary>
    public void SetChipFault(string? words, TimeSpan now)
    {
        _chipFault = words;
        Settle(now);
    }

    /// <summary>The card has a fault that concerns all its ports, or works.</summary>
    public void SetCardFault(string? words, TimeSpan now)
    {
        if (words != _cardFault)
        {
            _cardFault = words;
            Settle(now);
        }
    }

    /// <summary>A fault begins: the line is left, the port is on-hook.</summary>
    protected abstract void GiveUp(TimeSpan now);

    /// <summary>A fault is over: the line is taken again.</summary>
    protected abstract void Return(TimeSpan now);

    private void Settle(TimeSpan now)
    {
        var words = _cardFault ?? _chipFault;
        var before = _fault;
        if (words == before)
        {
            return;
        }

        if (before is null)
        {
            GiveUp(now);
            Measure(now, default);
        }

        _fault = words;
        if (words is null)
        {
            told($"{name} works.");
            LineEvent?.Invoke(new LineEvent(LineEventKind.FaultCleared, now));
            Return(now);
            return;
        }

        told($"{name} is out of order: {words}");
        if (before is null)
        {
            LineEvent?.Invoke(new LineEvent(LineEventKind.FaultBegan, now));
        }
    }
}
