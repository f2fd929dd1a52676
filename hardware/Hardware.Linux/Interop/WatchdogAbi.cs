using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The watchdog interface of the kernel (linux/watchdog.h).</summary>
internal static unsafe class WatchdogAbi
{
    public const uint GetSupport = 0x80285700;
    public const uint KeepAlive = 0x80045705;
    public const uint SetTimeout = 0xC0045706;
    public const uint GetTimeout = 0x80045707;

    public const uint CanSetTimeout = 0x0080;
    public const uint CanBeDisarmed = 0x0100;

    public const int IdentitySize = 32;

    [StructLayout(LayoutKind.Sequential)]
    public struct Info
    {
        public uint Options;
        public uint FirmwareVersion;
        public fixed byte Identity[IdentitySize];
    }
}
