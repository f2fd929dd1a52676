using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.I2c;

/// <summary>Says what went wrong on an I²C bus.</summary>
internal static class I2cFault
{
    /// <summary>Throws unless the error number is 0.</summary>
    /// <param name="device">The bus.</param>
    /// <param name="address">The peripheral's address.</param>
    /// <param name="error">The error number.</param>
    /// <exception cref="IOException">With bus, address and cure.</exception>
    public static void Check(string device, byte address, int error)
    {
        if (error != 0)
        {
            throw new IOException(Words(device, address, error));
        }
    }

    // What drivers answer when: Documentation/i2c/fault-codes of the kernel.
    private static string Words(string device, byte address, int error) => error switch
    {
        Errno.NoDeviceOrAddress or Errno.RemoteInputOutput or Errno.NoDevice =>
            $"{device}: nothing answers at address 0x{address:X2}. Look at the wiring, the power and the address pins of the chip.",
        Errno.Busy => $"{device}: a driver of the kernel holds the chip at address 0x{address:X2}.",
        Errno.TimedOut =>
            $"{device}: the bus hangs, asked for address 0x{address:X2}. Does a chip hold its lines low, are the pull-ups missing?",
        Errno.Again => $"{device}: another controller took the bus while address 0x{address:X2} was asked.",
        _ => $"{device} does not move bytes to or from address 0x{address:X2}: {KernelError.Words(error)}.",
    };
}
