using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Ports;

/// <summary>What FXO and FXS ports of the simulated card have in common: buffers, events, the way to the media thread.</summary>
internal abstract class SimulatedPort(string name, WirePair pair, SampleClock clock, CommandQueue commands) : IAnalogPort, ILineEnd
{
    private readonly short[] _received = new short[LineAudio.BlockSamples];
    private readonly short[] _transmit = new short[LineAudio.BlockSamples];
    private volatile string? _fault;
    private bool _receivedSound;
    private bool _transmitTouched;

    /// <inheritdoc/>
    public event Action<LineEvent>? LineEvent;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public ReadOnlySpan<short> Received => _received;

    /// <inheritdoc/>
    public Span<short> Transmit
    {
        get
        {
            _transmitTouched = true;
            return _transmit;
        }
    }

    /// <inheritdoc/>
    public LineReadings Readings => pair.Readings;

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <summary>True when <see cref="Transmit"/> was asked for since the last block.</summary>
    public bool IsTouched => _transmitTouched;

    /// <summary>Lets the port fail, or work again.</summary>
    /// <param name="fault">What is wrong, as a sentence; null when nothing is.</param>
    public void SetFault(string? fault) => Post(now =>
    {
        if (fault is not null && _fault is null)
        {
            GiveUp(now);
            _fault = fault;
            LineEvent?.Invoke(new LineEvent(LineEventKind.FaultBegan, clock.At(now)));
        }
        else if (fault is null && _fault is not null)
        {
            _fault = null;
            LineEvent?.Invoke(new LineEvent(LineEventKind.FaultCleared, clock.At(now)));
            Return(now);
        }
    });

    /// <summary>The wires of the port.</summary>
    protected WirePair Pair => pair;

    /// <summary>The block to send; reading it here leaves no trace.</summary>
    protected ReadOnlySpan<short> Outgoing => _transmit;

    /// <summary>True when something other than silence is to be sent in this block.</summary>
    protected bool HasOutgoing => _transmitTouched && !VectorMath.IsSilent(_transmit);

    /// <inheritdoc/>
    public abstract long NextChange { get; }

    /// <inheritdoc/>
    public abstract bool IsSending { get; }

    /// <inheritdoc/>
    public abstract void Act(long now);

    /// <inheritdoc/>
    public abstract void Send(Span<short> part, int offset);

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<short> block, long start)
    {
        block.CopyTo(_received);
        _receivedSound = true;
        ClearTransmit();
    }

    /// <inheritdoc/>
    public void HearNothing()
    {
        if (_receivedSound)
        {
            Array.Clear(_received);
            _receivedSound = false;
        }

        ClearTransmit();
    }

    /// <summary>A fault begins: leaves the wires as a card without power does.</summary>
    protected abstract void GiveUp(long now);

    /// <summary>A fault is over: takes the wires again.</summary>
    protected abstract void Return(long now);

    /// <summary>Does something on the media thread at the beginning of the next block.</summary>
    protected void Post(Action<long> work) => commands.Post(work);

    /// <summary>Tells of a change at a sample; a port with a fault tells nothing.</summary>
    protected void Raise(LineEventKind kind, long now)
    {
        if (_fault is null)
        {
            LineEvent?.Invoke(new LineEvent(kind, clock.At(now)));
        }
    }

    private void ClearTransmit()
    {
        if (_transmitTouched)
        {
            Array.Clear(_transmit);
            _transmitTouched = false;
        }
    }
}
