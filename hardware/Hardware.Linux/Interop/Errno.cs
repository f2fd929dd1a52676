namespace Switchhook.Hardware.Linux.Interop;

/// <summary>Error numbers of Linux that this room answers to; the same on x86-64 and arm64.</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int NoDeviceOrAddress = 6;
    public const int Again = 11;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int NoDevice = 19;
    public const int Invalid = 22;
    public const int NotTerminal = 25;
    public const int BrokenPipe = 32;
    public const int BadState = 77;
    public const int StreamsBroken = 86;
    public const int MessageSize = 90;
    public const int NotSupported = 95;
    public const int TimedOut = 110;
    public const int RemoteInputOutput = 121;
}
