using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Ports;

/// <summary>What FXO and FXS ports of the simulated card have in common: buffers, events, the way to the media thread.</summary>
internal abstract class SimulatedPort(string name, WirePair pair, SampleClock clock, CommandQueue commands) : IAnalogPort, ILineEnd
{
    private readonly short[] _received = new short[LineAudio.BlockSamples];
    private readonly short[] _transmit = new short[LineAudio.BlockSamples];
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

    /// <summary>True when <see cref="Transmit"/> was asked for since the last block.</summary>
    public bool IsTouched => _transmitTouched;

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

    /// <summary>Does something on the media thread at the beginning of the next block.</summary>
    protected void Post(Action<long> work) => commands.Post(work);

    /// <summary>Tells of a change at a sample.</summary>
    protected void Raise(LineEventKind kind, long now) => LineEvent?.Invoke(new LineEvent(kind, clock.At(now)));

    private void ClearTransmit()
    {
        if (_transmitTouched)
        {
            Array.Clear(_transmit);
            _transmitTouched = false;
        }
    }
}
