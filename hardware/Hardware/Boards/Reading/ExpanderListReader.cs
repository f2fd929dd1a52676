using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the expanders of a board file.</summary>
internal static class ExpanderListReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("chip", "mcp23017"),
        YamlKey.Required("bus", "/dev/i2c-1"),
        YamlKey.Optional("address"),
        YamlKey.Optional("chips"),
        YamlKey.Optional("interrupt"),
        YamlKey.Optional("latch"),
    ];

    private static readonly string[] OnSpi = ["chips", "latch"];
    private static readonly string[] OnI2c = ["address", "interrupt"];
    private static readonly string[] BoardPins = ["interrupt", "latch"];

    /// <summary>The expanders by name.</summary>
    public static ImmutableSortedDictionary<string, ExpanderPart> Read(YamlFields board, MistakeLog log)
    {
        var expanders = ImmutableSortedDictionary.CreateBuilder<string, ExpanderPart>(StringComparer.Ordinal);
        const string Example = "leds: {chip: 74hc595, bus: /dev/spidev0.0}";
        foreach (var (name, fields) in PartList.Open(board, "expanders", "a chip and a bus", Example, Keys, log))
        {
            if (!name.Value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            {
                log.Error(name.At, $"An expander cannot be called \"{Quote.Short(name.Value)}\".", "Use letters, digits and hyphens.");
            }
            else if (Chip(fields, log) is { } chip && ReadOne(name.Value, chip, fields, log) is { } expander)
            {
                NoteTwin(expander, expanders.Values, fields.PlaceOf("bus"), log);
                expanders[expander.Name] = expander;
            }
        }

        return expanders.ToImmutable();
    }

    /// <summary>Takes the pins of the board that the expanders need.</summary>
    public static void TakePins(YamlFields board, PinLedger ledger)
    {
        const string Why = "An expander is reached by the board itself.";
        foreach (var map in ((board.Node("expanders") as YamlMap)?.Entries ?? []).Select(entry => entry.Value).OfType<YamlMap>())
        {
            foreach (var pin in BoardPins.Select(map.Find).OfType<YamlText>().Where(pin => !pin.IsEmpty))
            {
                ledger.TakeOfBoard(new Located<string>(pin.Text.Trim(), pin.At), Why);
            }
        }
    }

    private static ExpanderPart? ReadOne(string name, ExpanderChip chip, YamlFields fields, MistakeLog log)
    {
        var bus = DeviceReader.Read(fields, "bus", chip.IsOnI2c() ? "/dev/i2c-1" : "/dev/spidev0.0", log);
        foreach (var key in (chip.IsOnI2c() ? OnSpi : OnI2c).Where(fields.Has))
        {
            log.Error(fields.PlaceOf(key), $"A chip of this kind has no \"{key}\".", $"Remove \"{key}\".");
        }

        var address = chip.IsOnI2c() ? Address(chip, fields, log) : (byte)0;
        var chips = fields.Number("chips", 1, ExpanderChips.MostChips)?.Value ?? 1;
        return bus is { } device && address is { } known
            ? new ExpanderPart(name, chip, device.Value)
            {
                Address = known,
                Chips = chips,
                Interrupt = fields.Text("interrupt")?.Value,
                Latch = fields.Text("latch")?.Value,
            }
            : null;
    }

    private static ExpanderChip? Chip(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("chip") is not { } said)
        {
            return null;
        }

        if (ExpanderChips.ByName.TryGetValue(said.Value.ToLowerInvariant(), out var chip))
        {
            return chip;
        }

        log.Error(
            said.At,
            $"The chip \"{Quote.Short(said.Value)}\" is not known.",
            NearestWord.Of(said.Value, ExpanderChips.ByName.Keys) is { } nearest
                ? $"Write \"{nearest}\" instead."
                : $"Write one of: {string.Join(", ", ExpanderChips.ByName.Keys)}.");
        return null;
    }

    // Datasheets write addresses with 0x, and so does i2cdetect.
    private static byte? Address(ExpanderChip chip, YamlFields fields, MistakeLog log)
    {
        var said = (fields.Node("address") as YamlText)?.Text ?? "";
        var isHex = said.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var isNumber = byte.TryParse(
            isHex ? said.AsSpan(2) : said,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var address);
        if (isNumber && chip.CanHaveAddress(address))
        {
            return address;
        }

        var ranges = chip == ExpanderChip.Pcf8574 ? "0x20 to 0x27 (PCF8574) or 0x38 to 0x3F (PCF8574A)" : "0x20 to 0x27";
        log.Error(
            fields.PlaceOf("address"),
            fields.Has("address") ? $"The chip cannot have the address \"{Quote.Short(said)}\"." : "The chip has no \"address\".",
            $"Write \"address\" from {ranges}, as its pins A0 to A2 are wired.");
        return null;
    }

    private static void NoteTwin(ExpanderPart expander, IEnumerable<ExpanderPart> before, Place at, MistakeLog log)
    {
        if (before.FirstOrDefault(other => other.Bus == expander.Bus && other.Address == expander.Address) is { } twin)
        {
            log.Error(
                at,
                $"Expander {twin.Name} is at the same place of the same bus.",
                expander.Chip.IsOnI2c()
                    ? "Give each chip an address of its own."
                    : "Make it one chain with more \"chips\", or use another chip select.");
        }
    }
}
