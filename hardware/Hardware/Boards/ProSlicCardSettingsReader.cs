using System.Collections.Immutable;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards;

/// <summary>Reads the settings of a card of Si3050 and Si3210 chips.</summary>
internal static class ProSlicCardSettingsReader
{
    private const int SlowestHertz = 10_000;
    private const string What = "the settings of a proslic card";

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("spi", "/dev/spidev0.0"),
        YamlKey.Optional("spi-speed"),
        YamlKey.Required("sound", "hw:2"),
        YamlKey.Required("chain", "[fxo, fxo, fxs, fxs]"),
        YamlKey.Optional("reset"),
        YamlKey.Optional("interrupt"),
    ];

    private static readonly YamlKey[] PinKeys = [YamlKey.Required("pin", "GPIO17"), YamlKey.Optional("active-low")];

    /// <summary>The settings; null when they are missing or wrong.</summary>
    public static CardSettings? Read(YamlNode? node, Place card, MistakeLog log)
    {
        if (node is null)
        {
            log.Error(
                card,
                "The card has no \"settings\".",
                "Add \"settings: {spi: /dev/spidev0.0, sound: 'hw:2', chain: [fxo, fxs]}\" with the card's own devices and chips.");
            return null;
        }

        if (YamlFields.Open(node, What, Keys, log) is not { } fields)
        {
            return null;
        }

        var spi = fields.Text("spi");
        var speed = fields.Number("spi-speed", SlowestHertz, ProSlicCardSettings.FastestHertz);
        var sound = fields.Text("sound");
        var chain = Chain(fields, log);
        var reset = Pin(fields, "reset", log);
        var interrupt = Pin(fields, "interrupt", log);
        if (reset is not null && reset.Pin == interrupt?.Pin)
        {
            log.Error(fields.PlaceOf("interrupt"), $"Pin {reset.Pin} is the reset already.", "Name another pin: one pin serves one thing.");
        }

        return spi is null || sound is null || chain is null
            ? null
            : new ProSlicCardSettings(
                spi.Value.Value, speed?.Value ?? ProSlicCardSettings.UsualHertz, sound.Value.Value, chain.Value, reset, interrupt);
    }

    private static ImmutableArray<PortKind>? Chain(YamlFields fields, MistakeLog log)
    {
        if (fields.Node("chain") is not { } node)
        {
            return null;
        }

        if (node is not YamlList { Items.Count: > 0 } list)
        {
            log.Error(
                node.At,
                $"\"chain\" must be a list of chips, not {(node is YamlList ? "an empty list" : node.Kind)}.",
                "Write the kind of each chip in brackets: \"chain: [fxo, fxo, fxs, fxs]\".");
            return null;
        }

        var chain = list.Items.Select(item => fields.Values.Choice<PortKind>(item, "chain")?.Value).ToList();
        if (chain.Contains(null))
        {
            return null;
        }

        var kinds = chain.OfType<PortKind>().ToImmutableArray();
        var lines = kinds.Count(kind => kind == PortKind.Fxo);
        var most = ProSlicCardSettings.MostTelephones(lines);
        if (lines > ProSlicCardSettings.MostLines || kinds.Length - lines > most)
        {
            log.Error(
                node.At,
                $"One chip select cannot tell {lines} fxo and {kinds.Length - lines} fxs chips apart.",
                lines > ProSlicCardSettings.MostLines
                    ? $"Use at most {ProSlicCardSettings.MostLines} fxo chips, and further ones on a card of their own."
                    : $"Use at most {most} fxs chips beside {lines} fxo chips, and further ones on a card of their own.");
            return null;
        }

        return kinds;
    }

    private static PinConfig? Pin(YamlFields fields, string key, MistakeLog log) =>
        fields.Node(key) is { } node
        && YamlFields.Open(node, $"\"{key}\"", PinKeys, log) is { } one
        && one.Text("pin") is { } pin
            ? new PinConfig(key, pin.Value, one.Flag("active-low")?.Value ?? false)
            : null;
}
