using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.I2c;

/// <summary>Makes short transfers of those of SMBus, for buses that know no others. On the wire they are the same bytes.</summary>
internal sealed unsafe class SmbusTransfers(string device, SafeFileHandle bus)
{
    /// <summary>Moves bytes as one transfer.</summary>
    /// <exception cref="IOException">The peripheral does not answer, or SMBus has no such transfer.</exception>
    public void Move(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (LibC.Control(bus, I2cAbi.SetPeripheral, (nint)address) < 0)
        {
            I2cFault.Check(device, address, Marshal.GetLastPInvokeError());
        }

        switch (write.Length, read.Length)
        {
            case (0, 1):
                Ask(address, I2cAbi.SmbusRead, 0, I2cAbi.SmbusByte, [], read);
                break;
            case (1, 0):
                Ask(address, I2cAbi.SmbusWrite, write[0], I2cAbi.SmbusByte, [], []);
                break;
            case ( > 1 and <= I2cAbi.SmbusBlock + 1, 0):
                Ask(address, I2cAbi.SmbusWrite, write[0], SizeOf(write.Length - 1), write[1..], []);
                break;
            case (1, > 0 and <= I2cAbi.SmbusBlock):
                Ask(address, I2cAbi.SmbusRead, write[0], SizeOf(read.Length), [], read);
                break;
            default:
                throw new IOException(
                    $"{device} knows the transfers of SMBus only, and none that writes {write.Length} bytes and then reads {read.Length}.");
        }
    }

    private static uint SizeOf(int bytes) => bytes switch
    {
        1 => I2cAbi.SmbusByteData,
        2 => I2cAbi.SmbusWordData,
        _ => I2cAbi.SmbusBlockData,
    };

    private void Ask(byte address, byte direction, byte command, uint size, ReadOnlySpan<byte> write, Span<byte> read)
    {
        // A block stands after its length; a byte or a word, its low byte first, at the beginning.
        var data = stackalloc byte[I2cAbi.SmbusBlock + 2];
        var start = size == I2cAbi.SmbusBlockData ? 1 : 0;
        data[0] = start == 0 ? (byte)0 : (byte)(write.Length + read.Length);
        write.CopyTo(new Span<byte>(data + start, I2cAbi.SmbusBlock));
        var transfer = new I2cAbi.Smbus { Direction = direction, Command = command, Size = size, Data = data };
        I2cFault.Check(device, address, DeviceFile.Ask(bus, I2cAbi.SmbusTransfer, &transfer));
        new ReadOnlySpan<byte>(data + start, read.Length).CopyTo(read);
    }
}
