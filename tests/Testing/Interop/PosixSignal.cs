using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Switchhook.Testing.Interop;

/// <summary>Sends signals that the base library has no call for.</summary>
internal static partial class PosixSignal
{
    private const int Terminate = 15;

    /// <summary>Asks a process that we started to end (SIGTERM). Nothing happens when it has ended.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void SendTerminate(Process process)
    {
        if (!process.HasExited && Kill(process.Id, Terminate) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
