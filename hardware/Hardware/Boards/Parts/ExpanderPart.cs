using Switchhook.Hardware.Expanders;

namespace Switchhook.Hardware.Boards.Parts;

/// <summary>A chip that gives a board more pins; they are written <c>NAME.PIN</c>.</summary>
/// <param name="Name">Name in the board file.</param>
/// <param name="Chip">Which chip.</param>
/// <param name="Bus">Device of its bus, such as <c>/dev/i2c-1</c> or <c>/dev/spidev0.0</c>.</param>
public sealed record ExpanderPart(string Name, ExpanderChip Chip, string Bus)
{
    /// <summary>7-bit address on I²C; 0 on SPI.</summary>
    public byte Address { get; init; }

    /// <summary>Chips in the chain, for a shift register.</summary>
    public int Chips { get; init; } = 1;

    /// <summary>Pin of the board where the chip's interrupt arrives; null when it is not wired.</summary>
    public string? Interrupt { get; init; }

    /// <summary>Pin of the board at a shift register's RCLK; null when the bus's chip select is there.</summary>
    public string? Latch { get; init; }
}
