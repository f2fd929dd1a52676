using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>Opens device files, and talks to them; errors say in words which device refused what.</summary>
internal static unsafe class DeviceFile
{
    /// <summary>Opens a device for reading and writing.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="IOException">It is not there, in use, or not for this user; the message says the cure.</exception>
    public static SafeFileHandle Open(string path) =>
        TryOpen(path, out var error) ?? throw KernelError.WhenOpening(path, error);

    /// <summary>Opens a device; null with the error number when it is refused.</summary>
    public static SafeFileHandle? TryOpen(string path, out int error)
    {
        var file = LibC.Open(path, LibC.ReadWrite | LibC.CloseOnExec);
        error = file < 0 ? Marshal.GetLastPInvokeError() : 0;
        return file < 0 ? null : new SafeFileHandle(file, ownsHandle: true);
    }

    /// <summary>Asks the driver; returns 0, or the error number. An interrupted call is repeated.</summary>
    public static int Ask(SafeFileHandle device, uint request, void* argument)
    {
        while (LibC.Control(device, request, argument) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Errno.Interrupted)
            {
                return error;
            }
        }

        return 0;
    }
}
