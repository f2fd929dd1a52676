using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards;

/// <summary>Reads the settings of a simulated card.</summary>
internal static class SimulatedCardSettingsReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("noise-dbm0"),
        YamlKey.Optional("echo-return-loss-db"),
        YamlKey.Optional("far-echo-return-loss-db"),
        YamlKey.Optional("hang-up"),
        YamlKey.Optional("answer-polarity"),
        YamlKey.Optional("caller-id"),
    ];

    /// <summary>The settings; without a node all are null.</summary>
    public static CardSettings? Read(YamlNode? node, MistakeLog log)
    {
        if (node is null)
        {
            return new SimulatedCardSettings(null, null, null, null, null);
        }

        return YamlFields.Open(node, "the settings of a simulated card", Keys, log) is { } fields
            ? new SimulatedCardSettings(
                fields.Decimal("noise-dbm0", -120, 0)?.Value,
                fields.Decimal("echo-return-loss-db", 0, 120)?.Value,
                HangUp(fields, log),
                fields.Flag("answer-polarity")?.Value,
                fields.Flag("caller-id")?.Value)
            {
                FarEchoReturnLossDb = fields.Decimal("far-echo-return-loss-db", 0, 120)?.Value,
            }
            : null;
    }

    private static List<HangUpSignal>? HangUp(YamlFields fields, MistakeLog log)
    {
        if (fields.Node("hang-up") is not { } node)
        {
            return null;
        }

        if (node is not YamlList list)
        {
            var all = string.Join(", ", KebabCase.NamesOf<HangUpSignal>().Keys);
            log.Error(node.At, $"\"hang-up\" must be a list, not {node.Kind}.", $"Write some of these in brackets: [{all}].");
            return null;
        }

        return [.. list.Items.Select(item => fields.Values.Choice<HangUpSignal>(item, "hang-up")?.Value).OfType<HangUpSignal>()];
    }
}
