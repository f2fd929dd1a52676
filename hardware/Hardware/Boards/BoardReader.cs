using System.Collections.Immutable;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards;

/// <summary>Reads a board file and checks it whole.</summary>
public static class BoardReader
{
    /// <summary>Most line cards of a board.</summary>
    public const int MostCards = 16;

    /// <summary>Most ports of one kind on a board.</summary>
    public const int MostPorts = 1000;

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("name", "my-board"),
        YamlKey.Required("cards", "[{name: card-1, driver: simulated, fxo: 4, fxs: 4}]"),
        YamlKey.Optional("lamps"),
        YamlKey.Optional("buttons"),
        YamlKey.Optional("relays"),
    ];

    private static readonly YamlKey[] PinKeys = [YamlKey.Required("pin", "GPIO17"), YamlKey.Optional("active-low")];

    /// <summary>Reads a board file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">Name of the file; without its extension it must be the board's name.</param>
    public static BoardResult Read(string text, string fileName)
    {
        var log = new MistakeLog(fileName);
        var board = YamlDocument.Read(text, log) is { } root && YamlFields.Open(root, "a board", Keys, log) is { } fields
            ? ReadBoard(fields, Path.GetFileNameWithoutExtension(fileName), log)
            : null;
        return new BoardResult(log.HasErrors ? null : board, log.Sorted());
    }

    private static Board? ReadBoard(YamlFields fields, string expectedName, MistakeLog log)
    {
        var name = fields.Text("name");
        if (name is { } wrong && wrong.Value != expectedName)
        {
            log.Error(
                wrong.At,
                $"The board is called \"{wrong.Value}\", but its file is not.",
                $"Write \"name: {expectedName}\", or rename the file.");
        }

        var cards = CardListReader.Read(fields, log);
        var pins = new Dictionary<string, Place>(StringComparer.Ordinal);
        var lamps = ReadPins(fields, "lamps", pins, log);
        var buttons = ReadPins(fields, "buttons", pins, log);
        var relays = ReadPins(fields, "relays", pins, log);
        return name is { } known && cards is not null ? new Board(known.Value, cards.Value, lamps, buttons, relays) : null;
    }

    private static ImmutableSortedDictionary<string, PinConfig> ReadPins(
        YamlFields fields, string key, Dictionary<string, Place> taken, MistakeLog log)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, PinConfig>(StringComparer.Ordinal);
        if (fields.Node(key) is { } node and not YamlMap)
        {
            log.Error(
                node.At, $"\"{key}\" must be names with a pin each, not {node.Kind}.", $"Write \"{key}: {{name: {{pin: GPIO17}}}}\".");
        }

        foreach (var entry in (fields.Node(key) as YamlMap)?.Entries ?? [])
        {
            if (YamlFields.Open(entry.Value, $"\"{entry.Key.Value}\"", PinKeys, log) is not { } one || one.Text("pin") is not { } pin)
            {
                continue;
            }

            if (!taken.TryAdd(pin.Value, pin.At))
            {
                log.Error(
                    pin.At,
                    $"Pin {pin.Value} is in use already, in line {taken[pin.Value].Line}.",
                    "Name another pin: one pin serves one thing.");
            }

            found[entry.Key.Value] = new PinConfig(entry.Key.Value, pin.Value, one.Flag("active-low")?.Value ?? false);
        }

        return found.ToImmutable();
    }
}

/// <summary>What reading a board file gave.</summary>
/// <param name="Board">The board; null when the file has errors.</param>
/// <param name="Mistakes">Errors and warnings in the order of the file.</param>
public sealed record BoardResult(Board? Board, IReadOnlyList<Mistake> Mistakes);
