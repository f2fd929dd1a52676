namespace Switchhook.Hardware.I2c;

/// <summary>An I²C bus with the box as its controller. One transfer at a time; the caller sees to that.</summary>
public interface II2cBus : IDisposable
{
    /// <summary>Clock rate.</summary>
    I2cBusSpeed BusSpeed { get; set; }

    /// <summary>Reads from a peripheral.</summary>
    /// <param name="peripheralAddress">Its 7-bit address.</param>
    /// <param name="readBuffer">Takes the bytes; its length is how many are read.</param>
    /// <exception cref="IOException">The peripheral does not acknowledge.</exception>
    void Read(byte peripheralAddress, Span<byte> readBuffer);

    /// <summary>Writes to a peripheral.</summary>
    /// <param name="peripheralAddress">Its 7-bit address.</param>
    /// <param name="writeBuffer">The bytes.</param>
    /// <exception cref="IOException">The peripheral does not acknowledge.</exception>
    void Write(byte peripheralAddress, Span<byte> writeBuffer);

    /// <summary>Writes, then reads with a repeated start in between: how a register is read.</summary>
    /// <param name="peripheralAddress">Its 7-bit address.</param>
    /// <param name="writeBuffer">The bytes to write.</param>
    /// <param name="readBuffer">Takes the bytes read.</param>
    /// <exception cref="IOException">The peripheral does not acknowledge.</exception>
    void Exchange(byte peripheralAddress, Span<byte> writeBuffer, Span<byte> readBuffer);
}

/// <summary>Clock rates of I²C, in hertz.</summary>
public enum I2cBusSpeed
{
    /// <summary>Standard mode.</summary>
    Standard = 100_000,

    /// <summary>Fast mode.</summary>
    Fast = 400_000,

    /// <summary>Fast mode plus.</summary>
    FastPlus = 1_000_000,

    /// <summary>High-speed mode.</summary>
    High = 3_400_000,

    /// <summary>Ultra-fast mode; write only.</summary>
    UltraFast = 5_000_000,
}
