using System.Collections.Immutable;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards;

/// <summary>Reads the line cards of a board file.</summary>
internal static class CardListReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("name", "card-1"),
        YamlKey.Required("driver", SimulatedCardSettings.DriverName),
        YamlKey.Optional("fxo"),
        YamlKey.Optional("fxs"),
        YamlKey.Optional("settings"),
    ];

    // Each driver's settings are read by a file of its own; a new driver adds a line.
    private static readonly Dictionary<string, Func<YamlNode?, Place, MistakeLog, CardSettings?>> Drivers = new(StringComparer.Ordinal)
    {
        [SimulatedCardSettings.DriverName] = (node, _, log) => SimulatedCardSettingsReader.Read(node, log),
        [DahdiCardSettings.DriverName] = (node, _, log) => DahdiCardSettingsReader.Read(node, log),
        [ProSlicCardSettings.DriverName] = ProSlicCardSettingsReader.Read,
    };

    /// <summary>The cards; null when there is no list of them.</summary>
    public static ImmutableArray<CardConfig>? Read(YamlFields board, MistakeLog log)
    {
        if (board.Node("cards") is not { } node)
        {
            return null;
        }

        if (node is not YamlList { Items.Count: > 0 and <= BoardReader.MostCards } list)
        {
            log.Error(
                node.At,
                "\"cards\" must be a list of line cards.",
                $"Write 1 to {BoardReader.MostCards} cards, each after a hyphen (- name: card-1).");
            return null;
        }

        var cards = ImmutableArray.CreateBuilder<CardConfig>();
        var (firstFxo, firstFxs) = (1, 1);
        foreach (var item in list.Items)
        {
            if (ReadCard(item, firstFxo, firstFxs, log) is not { } card)
            {
                continue;
            }

            CheckName(card, cards, item, log);
            cards.Add(card);
            (firstFxo, firstFxs) = (firstFxo + card.FxoPorts, firstFxs + card.FxsPorts);
        }

        if (Math.Max(firstFxo, firstFxs) > BoardReader.MostPorts + 1)
        {
            log.Error(node.At, $"The cards have more than {BoardReader.MostPorts} ports of one kind.", "Use fewer or smaller cards.");
        }

        return cards.ToImmutable();
    }

    private static CardConfig? ReadCard(YamlNode item, int firstFxo, int firstFxs, MistakeLog log)
    {
        if (YamlFields.Open(item, "a card", Keys, log) is not { } fields)
        {
            return null;
        }

        var name = fields.Text("name", longest: 40);
        var driver = fields.Text("driver");
        var fxo = fields.Number("fxo", 0, BoardReader.MostPorts);
        var fxs = fields.Number("fxs", 0, BoardReader.MostPorts);
        if ((fxo?.Value ?? 0) + (fxs?.Value ?? 0) == 0)
        {
            log.Error(fields.At, "The card has no ports.", "Add \"fxo: 4\" for lines, \"fxs: 4\" for telephones, or both.");
        }

        var settings = driver is { } named ? ReadSettings(named, fields, log) : null;
        if (settings?.Disagreement(fxo?.Value ?? 0, fxs?.Value ?? 0) is var (what, cure))
        {
            log.Error(fields.PlaceOf("settings"), what, cure);
        }

        return name is null || settings is null
            ? null
            : new CardConfig(name.Value.Value, fxo?.Value ?? 0, fxs?.Value ?? 0, firstFxo, firstFxs, settings);
    }

    private static CardSettings? ReadSettings(Located<string> driver, YamlFields fields, MistakeLog log)
    {
        if (Drivers.TryGetValue(driver.Value, out var read))
        {
            return read(fields.Node("settings"), fields.At, log);
        }

        log.Error(driver.At, $"There is no driver \"{driver.Value}\".", $"The drivers are: {string.Join(", ", Drivers.Keys)}.");
        return null;
    }

    private static void CheckName(CardConfig card, IEnumerable<CardConfig> before, YamlNode item, MistakeLog log)
    {
        if (before.Any(other => other.Name == card.Name))
        {
            log.Error(item.At, $"Two cards are called \"{card.Name}\".", "Give each card a name of its own.");
        }
    }
}
