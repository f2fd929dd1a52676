using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.I2c;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.I2c;

/// <summary>A bus of the kernel's I²C interface (<c>/dev/i2c-N</c>).</summary>
/// <remarks>The buses of PC mainboards often know the transfers of SMBus only; short ones are made of those.</remarks>
public sealed unsafe class LinuxI2cBus : II2cBus
{
    private const byte HighestAddress = 0x7F;

    private readonly string _device;
    private readonly SafeFileHandle _bus;
    private readonly SmbusTransfers? _smbus;

    private LinuxI2cBus(string device, SafeFileHandle bus, I2cBusSpeed? speed)
    {
        (_device, _bus, Speed) = (device, bus, speed);
        nuint functions;
        var error = DeviceFile.Ask(bus, I2cAbi.GetFunctions, &functions);
        if (error != 0)
        {
            throw KernelError.Of($"{device} does not tell what it can: it is no I²C bus", error);
        }

        _smbus = (functions & (nuint)I2cAbi.CanPlainTransfers) == 0 ? new SmbusTransfers(device, bus) : null;
    }

    /// <summary>Clock rate that the device tree names; null when it names none.</summary>
    public I2cBusSpeed? Speed { get; }

    /// <summary>
    /// Clock rate that the device tree names, else the customary 100 kHz. The kernel sets it when it starts the bus; to ask for another
    /// one throws, and the message says where it is set.
    /// </summary>
    /// <exception cref="NotSupportedException">Another rate is asked for.</exception>
    public I2cBusSpeed BusSpeed
    {
        get => Speed ?? I2cBusSpeed.Standard;
        set
        {
            if (value != BusSpeed)
            {
                var known = Speed is null ? ", or what its driver is set to" : "";
                throw new NotSupportedException(
                    $"{_device} runs at {(int)BusSpeed} Hz{known}, and no program can change it to {(int)value} Hz: "
                    + "set clock-frequency of the bus in the device tree (Raspberry Pi: dtparam=i2c_arm_baudrate=) and restart.");
            }
        }
    }

    /// <summary>Opens a bus.</summary>
    /// <param name="device">Its path, such as <c>/dev/i2c-1</c>.</param>
    /// <exception cref="IOException">It is not there, or not for this user.</exception>
    public static LinuxI2cBus Open(string device)
    {
        var bus = DeviceFile.Open(device);
        try
        {
            return new LinuxI2cBus(device, bus, BusClock.Of(Path.GetFileName(device), KernelFolders.Real));
        }
        catch
        {
            bus.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Read(byte peripheralAddress, Span<byte> readBuffer) => Move(peripheralAddress, [], readBuffer);

    /// <inheritdoc/>
    public void Write(byte peripheralAddress, Span<byte> writeBuffer) => Move(peripheralAddress, writeBuffer, []);

    /// <inheritdoc/>
    public void Exchange(byte peripheralAddress, Span<byte> writeBuffer, Span<byte> readBuffer) =>
        Move(peripheralAddress, writeBuffer, readBuffer);

    /// <inheritdoc/>
    public void Dispose() => _bus.Dispose();

    private void Move(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address, HighestAddress);
        if (write.Length > ushort.MaxValue || read.Length > ushort.MaxValue)
        {
            throw new ArgumentException($"One transfer moves {ushort.MaxValue} bytes at most.", nameof(write));
        }

        if (write.Length + read.Length == 0)
        {
            return;
        }

        if (_smbus is not null)
        {
            _smbus.Move(address, write, read);
            return;
        }

        fixed (byte* from = write)
        fixed (byte* to = read)
        {
            var messages = stackalloc I2cAbi.Message[2];
            var count = 0u;
            if (write.Length > 0)
            {
                messages[count++] = new I2cAbi.Message { Address = address, Length = (ushort)write.Length, Bytes = from };
            }

            if (read.Length > 0)
            {
                messages[count++] = new I2cAbi.Message
                {
                    Address = address,
                    Flags = I2cAbi.ReadFlag,
                    Length = (ushort)read.Length,
                    Bytes = to,
                };
            }

            // All messages of one call make one transfer, with repeated starts between them.
            var all = new I2cAbi.Messages { First = messages, Count = count };
            I2cFault.Check(_device, address, DeviceFile.Ask(_bus, I2cAbi.Transfer, &all));
        }
    }
}
