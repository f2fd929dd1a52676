using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Spi;

/// <summary>An SPI bus with the box as its controller. One transfer at a time; the caller sees to that.</summary>
public interface ISpiBus
{
    /// <summary>Clock rates that the bus can be set to, rising.</summary>
    Frequency[] SupportedSpeeds { get; }

    /// <summary>Clock rate, polarity and phase of the next transfers.</summary>
    SpiClockConfiguration Configuration { get; }

    /// <summary>Reads while sending zeros.</summary>
    /// <param name="chipSelect">Port of the chip; null when the bus drives its own chip select.</param>
    /// <param name="readBuffer">Takes the bytes; its length is how many are read.</param>
    /// <param name="csMode">Level that selects the chip.</param>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    void Read(IDigitalOutputPort? chipSelect, Span<byte> readBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow);

    /// <summary>Sends, and drops what comes back.</summary>
    /// <param name="chipSelect">Port of the chip; null when the bus drives its own chip select.</param>
    /// <param name="writeBuffer">The bytes.</param>
    /// <param name="csMode">Level that selects the chip.</param>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    void Write(IDigitalOutputPort? chipSelect, Span<byte> writeBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow);

    /// <summary>Sends and reads at the same time.</summary>
    /// <param name="chipSelect">Port of the chip; null when the bus drives its own chip select.</param>
    /// <param name="writeBuffer">The bytes to send.</param>
    /// <param name="readBuffer">Takes as many bytes; of the same length.</param>
    /// <param name="csMode">Level that selects the chip.</param>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    void Exchange(
        IDigitalOutputPort? chipSelect,
        Span<byte> writeBuffer,
        Span<byte> readBuffer,
        ChipSelectMode csMode = ChipSelectMode.ActiveLow);
}

/// <summary>The level that selects a chip.</summary>
public enum ChipSelectMode
{
    /// <summary>Low selects.</summary>
    ActiveLow,

    /// <summary>High selects.</summary>
    ActiveHigh,
}
