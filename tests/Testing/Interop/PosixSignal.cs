using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Switchhook.Testing.Interop;

/// <summary>Sends signals that the base library has no call for.</summary>
internal static partial class PosixSignal
{
    private const int User1 = 10;
    private const int Terminate = 15;

    /// <summary>Asks a process that we started to end (SIGTERM). Nothing happens when it has ended.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void SendTerminate(Process process) => Send(process, Terminate);

    /// <summary>Sends SIGUSR1 to a process that we started. Nothing happens when it has ended.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void SendUser1(Process process) => Send(process, User1);

    private static void Send(Process process, int signal)
    {
        if (!process.HasExited && Kill(process.Id, signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
