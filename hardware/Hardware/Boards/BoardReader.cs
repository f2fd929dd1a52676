using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Boards.Reading;
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
        YamlKey.Optional("description"),
        YamlKey.Optional("model"),
        YamlKey.Required("cards", "[{name: card-1, driver: simulated, fxo: 4, fxs: 4}]"),
        YamlKey.Optional("pins"),
        YamlKey.Optional("expanders"),
        YamlKey.Optional("lamps"),
        YamlKey.Optional("buttons"),
        YamlKey.Optional("relays"),
        YamlKey.Optional("buzzer"),
        YamlKey.Optional("ups"),
        YamlKey.Optional("watchdog"),
    ];

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
        var board = new Board(name?.Value ?? expectedName, cards ?? [])
        {
            Description = fields.Text("description")?.Value,
            Model = fields.Text("model")?.Value,
        };
        var expanders = ExpanderListReader.Read(fields, log);
        var ledger = new PinLedger(expanders, log);
        ExpanderListReader.TakePins(fields, ledger);
        foreach (var pin in board.Cards.SelectMany(card => card.Settings.Pins))
        {
            ledger.TakeOfBoard(new Located<string>(pin.Pin, fields.PlaceOf("cards")), "A card needs it before the expanders are there.");
        }

        var needsNoHardware = board.Cards.All(card => card.Settings is SimulatedCardSettings);
        board = board with
        {
            Pins = fields.Choice<PinSource>("pins")?.Value ?? (needsNoHardware ? PinSource.Simulated : PinSource.Linux),
            Expanders = expanders,
            Lamps = LampListReader.Read(fields, ledger, log),
            Buttons = ButtonListReader.Read(fields, ledger, log),
            Relays = RelayListReader.Read(fields, board, ledger, log),
            Buzzer = BuzzerReader.Read(fields, ledger, log),
            Ups = UpsReader.Read(fields, ledger, log),
            Watchdog = WatchdogReader.Read(fields, log),
        };
        return name is not null && cards is not null ? board : null;
    }
}

/// <summary>What reading a board file gave.</summary>
/// <param name="Board">The board; null when the file has errors.</param>
/// <param name="Mistakes">Errors and warnings in the order of the file.</param>
public sealed record BoardResult(Board? Board, IReadOnlyList<Mistake> Mistakes);
