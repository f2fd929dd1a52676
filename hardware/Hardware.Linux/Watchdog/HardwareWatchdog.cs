using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Watchdog;

namespace Switchhook.Hardware.Linux.Watchdog;

/// <summary>
/// The board's watchdog (<c>/dev/watchdog</c>). It runs from its opening on. Disposing disarms it (the magic close); a process that dies
/// does not, and the board is reset.
/// </summary>
public sealed unsafe class HardwareWatchdog : IWatchdog
{
    private readonly string _device;
    private readonly SafeFileHandle _watchdog;
    private bool _hasEnded;

    private HardwareWatchdog(string device, SafeFileHandle watchdog, TimeSpan timeout)
    {
        (_device, _watchdog) = (device, watchdog);
        WatchdogAbi.Info info;
        Check(DeviceFile.Ask(watchdog, WatchdogAbi.GetSupport, &info), "does not tell what it can: it is no watchdog");
        Identity = FixedText.Read(info.Identity, WatchdogAbi.IdentitySize);
        CanBeDisarmed = (info.Options & WatchdogAbi.CanBeDisarmed) != 0;

        // Whole seconds, and only those that the chip can count: what it made of them is asked for.
        var seconds = (int)Math.Ceiling(timeout.TotalSeconds);
        var error = (info.Options & WatchdogAbi.CanSetTimeout) != 0 ? DeviceFile.Ask(watchdog, WatchdogAbi.SetTimeout, &seconds) : 0;
        Check(error, $"does not wait {seconds} s");
        Check(DeviceFile.Ask(watchdog, WatchdogAbi.GetTimeout, &seconds), "does not tell how long it waits");
        Timeout = TimeSpan.FromSeconds(seconds);
    }

    /// <summary>What its driver calls it.</summary>
    public string Identity { get; }

    /// <summary>False when it resets the board even after an orderly end, unless something else feeds it.</summary>
    public bool CanBeDisarmed { get; }

    /// <inheritdoc/>
    public TimeSpan Timeout { get; }

    /// <summary>Opens and so starts it.</summary>
    /// <param name="device">Its path.</param>
    /// <param name="timeout">How long to wait for food; the chip takes the nearest time that it can.</param>
    /// <exception cref="IOException">There is none, or something else feeds it; the message says the cure.</exception>
    public static HardwareWatchdog Open(string device, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        var watchdog = DeviceFile.TryOpen(device, out var error) ?? throw (error == Errno.Busy
            ? new IOException($"{device} is fed by another program already; if that is systemd, remove its RuntimeWatchdogSec.")
            : KernelError.WhenOpening(device, error));
        try
        {
            return new HardwareWatchdog(device, watchdog, timeout);
        }
        catch
        {
            Disarm(watchdog);
            watchdog.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Feed()
    {
        int unused;
        Check(DeviceFile.Ask(_watchdog, WatchdogAbi.KeepAlive, &unused), "takes no food");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            Disarm(_watchdog);
            _watchdog.Dispose();
        }
    }

    private static void Disarm(SafeFileHandle watchdog)
    {
        var magic = (byte)'V';
        _ = LibC.Write(watchdog, &magic, 1);
    }

    private void Check(int error, string what)
    {
        if (error != 0)
        {
            throw KernelError.Of($"{_device} {what}", error);
        }
    }
}
