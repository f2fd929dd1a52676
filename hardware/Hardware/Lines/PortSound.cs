namespace Switchhook.Hardware.Lines;

/// <summary>A port's sound on its way between its card's thread and the media thread. No lock, no allocation.</summary>
/// <param name="time">Dates the blocks.</param>
public sealed class PortSound(TimeProvider time)
{
    private readonly short[] _received = new short[LineAudio.BlockSamples];
    private readonly short[] _transmit = new short[LineAudio.BlockSamples];
    private readonly ElasticBuffer _fromWire = new(time);
    private readonly ElasticBuffer _toWire = new(time);

    /// <summary><see cref="IAnalogPort.Received"/> of the port; media thread.</summary>
    public ReadOnlySpan<short> Received => _received;

    /// <summary><see cref="IAnalogPort.Transmit"/> of the port; media thread.</summary>
    public Span<short> Transmit => _transmit;

    /// <summary>Samples from the wire that the media thread missed or could not take in time; any thread.</summary>
    public long Lost => _fromWire.Dropped + _fromWire.Missed;

    /// <summary>Moves a block in both directions, as <see cref="ILineCard.ExchangeBlock"/> wants it; media thread.</summary>
    public void Exchange()
    {
        _fromWire.Read(_received);
        _toWire.Write(_transmit);
        _transmit.AsSpan().Clear();
    }

    /// <summary>Takes a block that came from the wire; card's thread.</summary>
    public void FromWire(ReadOnlySpan<short> block) => _fromWire.Write(block);

    /// <summary>Gives the next block for the wire, silence where there is none; card's thread.</summary>
    public void ToWire(Span<short> block) => _toWire.Read(block);

    /// <summary>Forgets what waits for the wire: after a time in which the card stood still it would be old sound. Card's thread.</summary>
    public void Restart() => _toWire.Restart();
}
