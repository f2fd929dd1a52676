namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>Error numbers of Linux that mean something to this room.</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int NoSuchDevice = 6;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int DeviceGone = 19;
    public const int Invalid = 22;
    public const int NotForThisDevice = 25;
    public const int NotImplemented = 38;
    public const int InProgress = 115;

    /// <summary>DAHDI's own (ELAST): an event waits and has to be taken before sound moves.</summary>
    public const int EventWaits = 500;
}
