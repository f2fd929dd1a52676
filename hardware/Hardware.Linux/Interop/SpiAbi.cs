using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The SPI device interface of the kernel (linux/spi/spidev.h).</summary>
internal static class SpiAbi
{
    public const uint WriteMode = 0x40016B01;
    public const uint WriteBitsPerWord = 0x40016B03;
    public const uint WriteMaxSpeed = 0x40046B04;
    public const uint ReadMaxSpeed = 0x80046B04;

    public const byte SecondEdge = 0x01;
    public const byte IdleHigh = 0x02;
    public const byte SelectHigh = 0x04;
    public const byte NoSelect = 0x40;

    /// <summary>The call that moves so many transfers as one message; each takes 32 bytes.</summary>
    public static uint Message(int transfers) => 0x40006B00 | ((uint)transfers * 32 << 16);

    [StructLayout(LayoutKind.Sequential)]
    public struct Transfer
    {
        public ulong Write;
        public ulong Read;
        public uint Length;
        public uint Speed;
        public ushort DelayMicroseconds;
        public byte BitsPerWord;

        /// <summary>1: the chip select goes inactive after the transfer. After a message's last one it would stay active instead.</summary>
        public byte SelectChanges;
        public byte WriteWires;
        public byte ReadWires;
        public byte WordDelayMicroseconds;
        public byte Padding;
    }
}
