namespace Switchhook.Hardware.Dahdi;

/// <summary>Where the kernel shows DAHDI.</summary>
/// <param name="Devices">Folder of the device nodes <c>ctl</c> and <c>channel</c>.</param>
/// <param name="Buses">
/// Folder of the buses in sysfs, with <c>dahdi_devices</c> and <c>dahdi_spans</c> in it: only there a device gets its spans assigned.
/// </param>
public sealed record DahdiPlaces(string Devices = "/dev/dahdi", string Buses = "/sys/bus")
{
    /// <summary>The places of every Linux system.</summary>
    public static DahdiPlaces Default { get; } = new();
}
