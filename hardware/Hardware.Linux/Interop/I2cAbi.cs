using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The I²C device interface of the kernel (linux/i2c-dev.h, linux/i2c.h).</summary>
internal static unsafe class I2cAbi
{
    public const uint SetPeripheral = 0x0703;
    public const uint GetFunctions = 0x0705;
    public const uint Transfer = 0x0707;
    public const uint SmbusTransfer = 0x0720;

    public const ulong CanPlainTransfers = 1;

    public const ushort ReadFlag = 1;

    public const byte SmbusWrite = 0;
    public const byte SmbusRead = 1;

    public const uint SmbusByte = 1;
    public const uint SmbusByteData = 2;
    public const uint SmbusWordData = 3;
    public const uint SmbusBlockData = 8;

    public const int SmbusBlock = 32;

    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public ushort Address;
        public ushort Flags;
        public ushort Length;
        public byte* Bytes;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Messages
    {
        public Message* First;
        public uint Count;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Smbus
    {
        public byte Direction;
        public byte Command;
        public uint Size;

        /// <summary>A byte, a word, or a block after its length.</summary>
        public byte* Data;
    }
}
