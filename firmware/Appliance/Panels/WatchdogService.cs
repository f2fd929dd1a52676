using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Linux.Watchdog;
using Switchhook.Hardware.Watchdog;

namespace Switchhook.Appliance.Panels;

/// <summary>The hardware watchdog of the board in the service of the box.</summary>
internal sealed class WatchdogService : IDisposable
{
    private readonly HardwareWatchdog? _watchdog;
    private readonly WatchdogFeeder? _feeder;
    private readonly string? _unopened;

    /// <summary>Takes the watchdog, and begins to feed it; one that cannot be opened is a fault, and the box runs without.</summary>
    public WatchdogService(WatchdogPart part, BoxPulse pulse, TimeProvider time, Action<string> told)
    {
        try
        {
            _watchdog = HardwareWatchdog.Open(part.Device, part.Timeout);
            _feeder = new WatchdogFeeder(_watchdog, pulse.Questions, time, told);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _unopened = $"The board is not reset when the box hangs: {failure.Message}";
        }
    }

    /// <summary>What is wrong; null while it is fed.</summary>
    public string? Fault => _unopened ?? _feeder?.Reason;

    /// <summary>The orderly end: the watchdog waits for food no longer.</summary>
    public void Dispose()
    {
        _feeder?.Dispose();
        _watchdog?.Dispose();
    }
}
