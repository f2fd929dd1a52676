using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the hardware watchdog of a board file.</summary>
internal static class WatchdogReader
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(15);

    private static readonly YamlKey[] Keys = [YamlKey.Required("device", "/dev/watchdog"), YamlKey.Optional("timeout")];

    /// <summary>The watchdog; null without one.</summary>
    public static WatchdogPart? Read(YamlFields board, MistakeLog log)
    {
        if (board.Node("watchdog") is not { } node || YamlFields.Open(node, "the watchdog", Keys, log) is not { } fields)
        {
            return null;
        }

        var timeout = fields.Duration("timeout", TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
        return DeviceReader.Read(fields, "device", "/dev/watchdog", log) is { } device
            ? new WatchdogPart(device.Value, timeout?.Value ?? UsualTimeout)
            : null;
    }
}
