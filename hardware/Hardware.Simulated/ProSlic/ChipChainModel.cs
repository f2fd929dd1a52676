using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Spi;

namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>The SPI bus with the chips of <see cref="SimulatedChips"/> on one chip select.</summary>
/// <remarks>
/// Chips of one kind are daisy-chained, the first of each kind sees the controller's bytes, and all share the line back: what no chip
/// drives reads as 1. Each chip counts bytes from the falling edge of the chip select: three for a command, two for an Si3210
/// that is not in daisy-chain mode yet.
/// </remarks>
public sealed class ChipChainModel : ISpiBus
{
    private readonly Lock _gate;
    private readonly IReadOnlyList<ChipModel> _chips;
    private volatile string? _failure;
    private int _transfers;

    internal ChipChainModel(Lock gate, IReadOnlyList<ChipModel> chips)
    {
        _gate = gate;
        _chips = chips;
    }

    /// <summary>What the bus says when it refuses every transfer; null while it works.</summary>
    public string? Failure { get => _failure; set => _failure = value; }

    /// <summary>Transfers so far.</summary>
    public int Transfers => Volatile.Read(ref _transfers);

    /// <inheritdoc/>
    public Frequency[] SupportedSpeeds { get; } = [Frequency.FromMegahertz(1)];

    /// <inheritdoc/>
    public SpiClockConfiguration Configuration { get; } = new(Frequency.FromMegahertz(1), SpiMode.Mode3);

    /// <summary>One transfer, from the falling to the rising edge of the chip select; any thread.</summary>
    /// <param name="sent">The controller's bytes.</param>
    /// <param name="received">Takes as many bytes.</param>
    public void Transfer(ReadOnlySpan<byte> sent, Span<byte> received)
    {
        lock (_gate)
        {
            received.Fill(0xFF);
            foreach (var chip in _chips)
            {
                chip.Transfer(sent, received);
            }

            Volatile.Write(ref _transfers, _transfers + 1);
        }
    }

    /// <inheritdoc/>
    public void Read(IDigitalOutputPort? chipSelect, Span<byte> readBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow) =>
        Checked(new byte[readBuffer.Length], readBuffer);

    /// <inheritdoc/>
    public void Write(IDigitalOutputPort? chipSelect, Span<byte> writeBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow) =>
        Checked(writeBuffer, new byte[writeBuffer.Length]);

    /// <inheritdoc/>
    public void Exchange(
        IDigitalOutputPort? chipSelect,
        Span<byte> writeBuffer,
        Span<byte> readBuffer,
        ChipSelectMode csMode = ChipSelectMode.ActiveLow) => Checked(writeBuffer, readBuffer);

    private void Checked(ReadOnlySpan<byte> sent, Span<byte> received)
    {
        if (_failure is { } failure)
        {
            throw new IOException(failure);
        }

        Transfer(sent, received);
    }
}
