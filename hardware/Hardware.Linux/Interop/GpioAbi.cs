using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The GPIO character device, second version of its interface (linux/gpio.h, since 5.10). Numbers are the kernel's.</summary>
internal static unsafe class GpioAbi
{
    public const uint GetChipInfo = 0x8044B401;
    public const uint GetLineInfo = 0xC100B405;
    public const uint GetLine = 0xC250B407;
    public const uint SetConfig = 0xC110B40D;
    public const uint GetValues = 0xC010B40E;
    public const uint SetValues = 0xC010B40F;

    public const ulong Used = 1 << 0;
    public const ulong Input = 1 << 2;
    public const ulong Output = 1 << 3;
    public const ulong EdgeRising = 1 << 4;
    public const ulong EdgeFalling = 1 << 5;
    public const ulong OpenDrain = 1 << 6;
    public const ulong PullUp = 1 << 8;
    public const ulong PullDown = 1 << 9;
    public const ulong NoBias = 1 << 10;

    public const uint AttributeOutputValues = 2;
    public const uint AttributeDebounce = 3;

    public const uint RisingEdge = 1;

    public const int NameSize = 32;

    [StructLayout(LayoutKind.Sequential)]
    public struct ChipInfo
    {
        public fixed byte Name[NameSize];
        public fixed byte Label[NameSize];
        public uint Lines;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Attribute
    {
        public uint Id;
        public uint Padding;

        /// <summary>Flags, output levels, or the debounce period in microseconds (a 32-bit number at the same place).</summary>
        public ulong Value;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineInfo
    {
        public fixed byte Name[NameSize];
        public fixed byte Consumer[NameSize];
        public uint Offset;
        public uint AttributeCount;
        public ulong Flags;
        public fixed ulong Attributes[20];
        public fixed uint Padding[4];
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ConfigAttribute
    {
        public Attribute Attribute;
        public ulong Mask;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineConfig
    {
        public ulong Flags;
        public uint AttributeCount;
        public fixed uint Padding[5];
        public ConfigAttribute First;
        public fixed ulong Others[27];
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineRequest
    {
        public fixed uint Offsets[64];
        public fixed byte Consumer[NameSize];
        public LineConfig Config;
        public uint LineCount;
        public uint EventBufferSize;
        public fixed uint Padding[5];
        public int File;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineValues
    {
        public ulong Bits;
        public ulong Mask;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineEvent
    {
        /// <summary>Nanoseconds of the monotonic clock.</summary>
        public ulong Timestamp;
        public uint Id;
        public uint Offset;
        public uint Number;
        public uint LineNumber;
        public fixed uint Padding[6];
    }
}
