using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards;

/// <summary>Reads the settings of a card behind the DAHDI kernel drivers.</summary>
internal static class DahdiCardSettingsReader
{
    private const int LongestDevice = 40;
    private const int LongestEchoCanceller = 15;
    private const double MostGainDb = 20;

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("device"),
        YamlKey.Optional("echo-canceller"),
        YamlKey.Optional("rx-gain-db"),
        YamlKey.Optional("tx-gain-db"),
    ];

    /// <summary>The settings; without a node those of a box with one such card.</summary>
    public static CardSettings? Read(YamlNode? node, MistakeLog log)
    {
        if (node is null)
        {
            return new DahdiCardSettings();
        }

        return YamlFields.Open(node, "the settings of a DAHDI card", Keys, log) is { } fields
            ? new DahdiCardSettings
            {
                Device = fields.Text("device", LongestDevice)?.Value,
                EchoCanceller = fields.Text("echo-canceller", LongestEchoCanceller)?.Value is { } name and not "none" ? name : null,
                ReceiveGainDb = fields.Decimal("rx-gain-db", -MostGainDb, MostGainDb)?.Value ?? 0,
                SendGainDb = fields.Decimal("tx-gain-db", -MostGainDb, MostGainDb)?.Value ?? 0,
            }
            : null;
    }
}
