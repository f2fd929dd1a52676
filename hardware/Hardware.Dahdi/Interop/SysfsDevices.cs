using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>DAHDI's devices in sysfs, where their spans get their numbers. What cannot be read counts as not there.</summary>
/// <param name="buses">Folder of the buses.</param>
internal sealed class SysfsDevices(string buses)
{
    private string Devices => Path.Combine(buses, "dahdi_devices", "devices");

    /// <summary>Devices that have spans without a number. The drivers leave it to user space unless auto_assign_spans is set.</summary>
    public ImmutableArray<DeviceInfo> Unassigned()
    {
        try
        {
            return !Directory.Exists(Devices) ? [] :
            [
                .. from folder in Directory.EnumerateDirectories(Devices).Order(StringComparer.Ordinal)
                   let device = Read(folder)
                   where Directory.EnumerateDirectories(folder, "span-*").Count() < device.Spans
                   select device,
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A device can go while it is being read; the next look tells what is there then.
            return [];
        }
    }

    /// <summary>Gives all spans of a device the next free numbers.</summary>
    public void Assign(DeviceInfo device)
    {
        try
        {
            File.WriteAllText(Path.Combine(Devices, device.Name, "auto_assign"), "1");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DahdiException(
                $"The spans of {device.Type} ({device.Location}) cannot be assigned: {error.Message} Run the service as root, or load "
                    + "the module dahdi with auto_assign_spans=1.");
        }
    }

    /// <summary>The hardware id of the device of a span; empty when it has none.</summary>
    public string HardwareIdOfSpan(int span) => Text(
        Path.Combine(buses, "dahdi_spans", "devices", string.Create(CultureInfo.InvariantCulture, $"span-{span}"), "ddev"), "hardware_id");

    private static DeviceInfo Read(string folder) => new(
        Path.GetFileName(folder),
        Text(folder, "type"),
        Text(folder, "location"),
        Text(folder, "hardware_id"),
        int.TryParse(Text(folder, "span_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var spans) ? spans : 0);

    private static string Text(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name)).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
