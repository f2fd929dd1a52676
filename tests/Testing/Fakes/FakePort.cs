using Switchhook.Hardware.Lines;

namespace Switchhook.Testing.Fakes;

/// <summary>A port without a card: a test says what happens on the wire, and reads what the port was told to do.</summary>
/// <param name="name">Name on the card.</param>
/// <param name="time">Dates the events.</param>
public abstract class FakePort(string name, TimeProvider time) : IAnalogPort
{
    private readonly short[] _received = new short[LineAudio.BlockSamples];
    private readonly short[] _transmit = new short[LineAudio.BlockSamples];
    private readonly List<string> _log = [];

    /// <inheritdoc/>
    public event Action<LineEvent>? LineEvent;

    /// <summary>The port was told something: its hook, its feed, its pulses are others now.</summary>
    public event Action? Told;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public ReadOnlySpan<short> Received => _received;

    /// <inheritdoc/>
    public Span<short> Transmit => _transmit;

    /// <summary>What the port measures; a test sets it.</summary>
    public LineReadings Readings { get; set; } = new(48, 0);

    /// <summary>Whether the readings are measured; a test sets it.</summary>
    public bool Measures { get; set; } = true;

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <summary>What the port was told since the last look, each with the milliseconds of the clock: <c>1500 off-hook</c>.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            var taken = _log.ToList();
            _log.Clear();
            return taken;
        }
    }

    /// <summary>Lets a tone of 1000 Hz come from the wire.</summary>
    /// <param name="peak">Its amplitude.</param>
    public void Hear(double peak)
    {
        for (var i = 0; i < _received.Length; i++)
        {
            _received[i] = (short)(peak * Math.Sin(2 * Math.PI * i / 8));
        }
    }

    /// <summary>Raises a change on the wire, now.</summary>
    public void Raise(LineEventKind kind) => LineEvent?.Invoke(new LineEvent(kind, time.GetElapsedTime(0)));

    /// <summary>The card fails, or works again.</summary>
    public void SetFault(string? fault)
    {
        Fault = fault;
        Raise(fault is null ? LineEventKind.FaultCleared : LineEventKind.FaultBegan);
    }

    /// <summary>Writes down what the port was told.</summary>
    protected void Note(string what)
    {
        _log.Add(FormattableString.Invariant($"{time.GetElapsedTime(0).TotalMilliseconds} {what}"));
        Told?.Invoke();
    }
}
