using System.Collections.Immutable;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the lamps of a board file.</summary>
internal static class LampListReader
{
    private const string Cure = "Write a pin (pin: GPIO17), a channel (pwm: {chip: 0, channel: 1}), or red, green and blue with one each.";

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("pin"),
        YamlKey.Optional("pwm"),
        YamlKey.Optional("red"),
        YamlKey.Optional("green"),
        YamlKey.Optional("blue"),
        YamlKey.Optional("brightness"),
        YamlKey.Optional("active-low"),
    ];

    /// <summary>The lamps by name.</summary>
    public static ImmutableSortedDictionary<string, LampPart> Read(YamlFields board, PinLedger ledger, MistakeLog log)
    {
        var lamps = ImmutableSortedDictionary.CreateBuilder<string, LampPart>(StringComparer.Ordinal);
        foreach (var (name, fields) in PartList.Open(board, "lamps", "a pin", "desk-lamp: {pin: GPIO17}", Keys, log))
        {
            var wiring = Wiring(fields, ledger, log);
            var brightness = fields.Number("brightness", 1, 100);
            if (brightness is { } dimmed && wiring is not null && !HasPwm(wiring))
            {
                log.Error(dimmed.At, "A lamp at a pin cannot be dimmed.", "Remove \"brightness\", or wire the lamp to a PWM channel.");
            }

            if (wiring is not null)
            {
                var activeLow = fields.Flag("active-low")?.Value ?? false;
                lamps[name.Value] = new LampPart(name.Value, wiring, activeLow, (brightness?.Value ?? 100) / 100.0);
            }
        }

        return lamps.ToImmutable();
    }

    private static LampWiring? Wiring(YamlFields fields, PinLedger ledger, MistakeLog log)
    {
        var colours = new[] { "red", "green", "blue" };
        var ways = (fields.Has("pin") ? 1 : 0) + (fields.Has("pwm") ? 1 : 0) + (colours.Any(fields.Has) ? 1 : 0);
        if (ways != 1)
        {
            log.Error(fields.At, ways == 0 ? "The lamp has no pin." : "The lamp is wired in two ways.", Cure);
            return null;
        }

        if (colours.Any(fields.Has))
        {
            if (colours.Where(colour => !fields.Has(colour)).ToList() is { Count: > 0 } missing)
            {
                log.Error(fields.At, $"The lamp has no {string.Join(" and no ", missing)}.", Cure);
                return null;
            }

            var wires = colours.Select(colour => WireReader.Read(fields, colour, ledger, log)).ToList();
            return wires is [{ } red, { } green, { } blue] ? new LampWiring.ThreeColours(red, green, blue) : null;
        }

        var wire = fields.Has("pwm") ? WireReader.ReadPwm(fields, "pwm", ledger, log) : WireReader.ReadPin(fields, "pin", ledger);
        return wire is not null ? new LampWiring.OneColour(wire) : null;
    }

    private static bool HasPwm(LampWiring wiring) => wiring switch
    {
        LampWiring.OneColour one => one.Wire is Wire.Pwm,
        LampWiring.ThreeColours three => three.Red is Wire.Pwm || three.Green is Wire.Pwm || three.Blue is Wire.Pwm,
        _ => false,
    };
}
