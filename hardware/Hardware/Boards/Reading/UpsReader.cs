using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the uninterruptible power supply of a board file.</summary>
internal static class UpsReader
{
    private static readonly YamlKey[] Keys =
        [YamlKey.Required("on-battery", "{pin: GPIO5}"), YamlKey.Optional("battery-low"), YamlKey.Optional("after")];

    /// <summary>The supply; null without one.</summary>
    public static UpsPart? Read(YamlFields board, PinLedger ledger, MistakeLog log)
    {
        if (board.Node("ups") is not { } node || YamlFields.Open(node, "the power supply", Keys, log) is not { } fields)
        {
            return null;
        }

        var after = fields.Duration("after", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        var onBattery = Contact(fields, "on-battery", ledger, log);
        var batteryLow = Contact(fields, "battery-low", ledger, log);
        return onBattery is null ? null : new UpsPart(onBattery, batteryLow, after?.Value ?? UpsSignal.UsualTime);
    }

    private static InputPart? Contact(YamlFields fields, string key, PinLedger ledger, MistakeLog log) =>
        fields.Node(key) is { } node && YamlFields.Open(node, $"\"{key}\"", InputReader.Keys, log) is { } contact
            ? InputReader.Read(contact, ledger, log)
            : null;
}
