using System.Runtime.InteropServices;

namespace Switchhook.Storage.Interop;

/// <summary><c>setpriority(2)</c> of a thread: under the usual scheduling of Linux the priority that .NET gives it has no effect.</summary>
internal static partial class Niceness
{
    /// <summary>The nicest that a thread can be to others.</summary>
    public const int Nicest = 19;

    private const int OfProcess = 0;
    private const uint CallingThread = 0;

    /// <summary>Makes the calling thread the nicest, for good: only root may take it back. Where that fails it goes on as it was.</summary>
    public static void Lower()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(OfProcess, CallingThread, Nicest);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int value);
}
