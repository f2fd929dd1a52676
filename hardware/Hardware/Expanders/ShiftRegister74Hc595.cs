using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Spi;

namespace Switchhook.Hardware.Expanders;

/// <summary>
/// A chain of shift registers 74HC595 on SPI (TI SCLS041): SER at MOSI, SRCLK at the clock, QH' of one chip at SER of the next. Outputs
/// only.
/// </summary>
/// <remarks>
/// The outputs follow at a rising edge of RCLK (section 8.4). Wired to the chip select, that is the end of a transfer; otherwise a pin of
/// the board gives the edge. The chips cannot be asked for their state: the refresh writes it.
/// </remarks>
public sealed class ShiftRegister74Hc595 : Expander
{
    /// <summary>Clock that every 74HC595 follows at 3.3 V, also over a ribbon cable; bits are taken at the first edge (mode 0).</summary>
    public static readonly SpiClockConfiguration Clock = new(Frequency.FromMegahertz(1));

    private readonly ISpiBus _bus;
    private readonly IDigitalOutputPort? _latch;
    private readonly byte[] _frame;

    /// <summary>A chain whose outputs are unknown until somebody takes one; those that nobody takes are low.</summary>
    /// <param name="name">Name as the board file gives it.</param>
    /// <param name="bus">The bus, its clock set as <see cref="Clock"/>; nothing else is at its chip select.</param>
    /// <param name="chips">Chips in the chain, 1 to <see cref="ExpanderChips.MostChips"/>.</param>
    /// <param name="time">The clock of the refreshes.</param>
    /// <param name="latch">Pin at RCLK; null when the bus's chip select is there. Stays its owner's.</param>
    public ShiftRegister74Hc595(string name, ISpiBus bus, int chips, TimeProvider time, IDigitalOutputPort? latch = null)
        : base(name, ExpanderChip.Hc595.PinsOf(chips), time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chips, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chips, ExpanderChips.MostChips);
        (_bus, _latch, _frame) = (bus, latch, new byte[chips]);
    }

    /// <inheritdoc/>
    private protected override void Setup_NeedsLock() => Write_NeedsLock();

    /// <summary>The bits that are sent first end up in the last chip; the first bit of a byte ends up at QH.</summary>
    private protected override void Write_NeedsLock()
    {
        for (var chip = 0; chip < _frame.Length; chip++)
        {
            _frame[^(chip + 1)] = (byte)(Levels >> (8 * chip));
        }

        _bus.Write(null, _frame);
        if (_latch is not null)
        {
            _latch.State = true;
            _latch.State = false;
        }
    }
}
