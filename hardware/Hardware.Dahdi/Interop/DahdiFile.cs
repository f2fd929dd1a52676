using System.Runtime.InteropServices;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>An open device node of DAHDI, and what its errors mean.</summary>
internal sealed unsafe class DahdiFile : IDisposable
{
    private int _file;

    /// <summary>Opens a node, not blocking.</summary>
    /// <exception cref="DahdiException">There is no such node, or it may not be opened.</exception>
    public DahdiFile(string path)
    {
        _file = LibC.Open(path, LibC.ReadWrite | LibC.NonBlocking | LibC.CloseOnExec);
        if (_file < 0)
        {
            throw new DahdiException(Refused(path, Marshal.GetLastPInvokeError()));
        }
    }

    /// <summary>Number for a wait; -1 once it is closed.</summary>
    public int Number => _file;

    /// <summary>Error number of the call that failed last.</summary>
    public int Error { get; private set; }

    /// <summary>A call with an argument of the given type.</summary>
    public Outcome Control<T>(uint request, ref T argument)
        where T : unmanaged
    {
        fixed (T* pointer = &argument)
        {
            return LibC.IoControl(_file, request, pointer) < 0 ? Failure() : Outcome.Done;
        }
    }

    /// <summary>A call with a number as its argument.</summary>
    public Outcome Control(uint request, int argument) => LibC.IoControl(_file, request, &argument) < 0 ? Failure() : Outcome.Done;

    /// <summary>Reads samples.</summary>
    /// <param name="samples">Takes them.</param>
    /// <param name="count">How many came.</param>
    public Outcome Read(Span<short> samples, out int count)
    {
        fixed (short* pointer = samples)
        {
            var bytes = LibC.Read(_file, pointer, (nuint)(samples.Length * sizeof(short)));
            count = bytes > 0 ? (int)bytes / sizeof(short) : 0;
            return bytes < 0 ? Failure() : bytes == 0 ? Outcome.Nothing : Outcome.Done;
        }
    }

    /// <summary>Writes samples.</summary>
    public Outcome Write(ReadOnlySpan<short> samples)
    {
        fixed (short* pointer = samples)
        {
            return LibC.Write(_file, pointer, (nuint)(samples.Length * sizeof(short))) < 0 ? Failure() : Outcome.Done;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var file = Interlocked.Exchange(ref _file, -1);
        if (file >= 0)
        {
            _ = LibC.Close(file);
        }
    }

    private static string Refused(string path, int error) => error switch
    {
        Errno.NoEntry => $"{path} is missing: the DAHDI drivers are not loaded. Load the module of the card (modprobe wctdm, or what its "
            + "maker names); if there is no such module, build the drivers for this kernel (package dahdi-dkms).",
        Errno.NoSuchDevice or Errno.DeviceGone => $"{path} has no driver behind it: the DAHDI drivers were unloaded. Load the module of "
            + "the card again.",
        Errno.AccessDenied or Errno.NotPermitted => $"{path} may not be opened: give the user of the service the group of the device node.",
        _ => $"{path} cannot be opened (error {error}).",
    };

    private Outcome Failure()
    {
        Error = Marshal.GetLastPInvokeError();
        return Error switch
        {
            Errno.InProgress => Outcome.Done,
            Errno.TryAgain => Outcome.Nothing,
            Errno.EventWaits => Outcome.EventFirst,
            Errno.Busy => Outcome.Busy,
            Errno.NotForThisDevice or Errno.NotImplemented => Outcome.Unsupported,
            Errno.DeviceGone or Errno.NoSuchDevice => Outcome.Gone,
            _ => Outcome.Failed,
        };
    }
}
