using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>Makes exceptions of error numbers: what failed, what the system says, and the cure where there is one.</summary>
internal static class KernelError
{
    /// <summary>A device that does not open.</summary>
    public static IOException WhenOpening(string path, int error) => new(error switch
    {
        Errno.NoEntry => $"{path} is not there: the hardware is missing, or its driver is not loaded.",
        Errno.NoDevice or Errno.NoDeviceOrAddress => $"{path} has no hardware behind it: it was pulled out, or its driver failed.",
        Errno.Busy => $"{path} is in use by another program: stop that one first.",
        Errno.AccessDenied or Errno.NotPermitted => AccessAdvice.For(path),
        _ => $"{path} does not open: {Words(error)}.",
    });

    /// <summary>A device that refuses something.</summary>
    /// <param name="what">A whole clause, such as <c>/dev/spidev0.0 refuses mode 3</c>.</param>
    /// <param name="error">The error number.</param>
    public static IOException Of(string what, int error) => new($"{what}: {Words(error)}.");

    /// <summary>What the system calls an error.</summary>
    public static string Words(int error) => $"{Marshal.GetPInvokeErrorMessage(error)} (error {error})";
}
