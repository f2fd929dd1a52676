using System.Buffers.Binary;
using Switchhook.Hardware.I2c;

namespace Switchhook.Hardware.Linux.I2c;

/// <summary>The clock rate of an I²C bus as the device tree names it.</summary>
internal static class BusClock
{
    /// <summary>The rate; null when the device tree names none, or there is no device tree.</summary>
    /// <param name="bus">Name of the bus, such as <c>i2c-1</c>.</param>
    /// <param name="folders">Where the kernel shows it.</param>
    public static I2cBusSpeed? Of(string bus, KernelFolders folders)
    {
        var file = Path.Combine(folders.Classes, "i2c-dev", bus, "device", "of_node", "clock-frequency");

        // A cell of the device tree: 32 bits, the most significant byte first.
        return File.Exists(file) && File.ReadAllBytes(file) is { Length: sizeof(uint) } cell
            ? (I2cBusSpeed)BinaryPrimitives.ReadUInt32BigEndian(cell)
            : null;
    }
}
