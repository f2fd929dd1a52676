using System.Collections.Immutable;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the relays of a board file.</summary>
internal static class RelayListReader
{
    private static readonly YamlKey[] Keys =
        [YamlKey.Required("pin", "GPIO22"), YamlKey.Optional("active-low"), YamlKey.Optional("power-fail")];

    private static readonly YamlKey[] PowerFailKeys = [YamlKey.Required("line", "fxo1"), YamlKey.Required("phone", "fxs1")];

    /// <summary>The relays by name.</summary>
    /// <param name="fields">The board file.</param>
    /// <param name="board">The board so far, for its ports.</param>
    /// <param name="ledger">Takes the pins.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static ImmutableSortedDictionary<string, RelayPart> Read(YamlFields fields, Board board, PinLedger ledger, MistakeLog log)
    {
        var relays = ImmutableSortedDictionary.CreateBuilder<string, RelayPart>(StringComparer.Ordinal);
        var ports = new Dictionary<string, Place>(StringComparer.Ordinal);
        const string Example = "bypass: {pin: GPIO22, power-fail: {line: fxo1, phone: fxs1}}";
        foreach (var (name, one) in PartList.Open(fields, "relays", "a pin", Example, Keys, log))
        {
            var node = one.Node("power-fail");
            var powerFail = node is null ? null : PowerFail(node, board, ports, log);
            if (one.Text("pin") is not { } pin)
            {
                continue;
            }

            if (node is null)
            {
                ledger.TakeOutput(pin);
            }
            else
            {
                ledger.TakeOfBoard(pin, "One that gets its power back would pull the relay in the middle of a call.");
            }

            relays[name.Value] = new RelayPart(name.Value, pin.Value, one.Flag("active-low")?.Value ?? false, powerFail);
        }

        return relays.ToImmutable();
    }

    private static PowerFailPart? PowerFail(YamlNode node, Board board, Dictionary<string, Place> ports, MistakeLog log)
    {
        if (YamlFields.Open(node, "a power-fail relay", PowerFailKeys, log) is not { } fields)
        {
            return null;
        }

        var line = Port(fields.Text("line"), PortKind.Fxo, board, ports, log);
        var phone = Port(fields.Text("phone"), PortKind.Fxs, board, ports, log);
        return line is not null && phone is not null ? new PowerFailPart(line, phone) : null;
    }

    private static string? Port(Located<string>? said, PortKind kind, Board board, Dictionary<string, Place> ports, MistakeLog log)
    {
        if (said is not { } port)
        {
            return null;
        }

        if (board.KindOf(port.Value) != kind)
        {
            var (what, prefix, count) =
                kind == PortKind.Fxo ? ("port for a line", "fxo", board.FxoPorts) : ("port for a telephone", "fxs", board.FxsPorts);
            log.Error(
                port.At,
                $"The board has no {what} \"{Quote.Short(port.Value)}\".",
                count == 0 ? "Remove the relay: the board has none at all." : $"Write one of {prefix}1 to {prefix}{count}.");
            return null;
        }

        if (board.CardOfLine(port.Value) is { Settings.MeasuresVoltage: false } card)
        {
            log.Error(
                port.At,
                $"Card {card.Name} does not measure its lines, so the box cannot know when the call at the phone has ended.",
                "Use the relay with a card that does.");
            return null;
        }

        if (!ports.TryAdd(port.Value, port.At))
        {
            log.Error(
                port.At, $"{port.Value} has a power-fail relay already, in line {ports[port.Value].Line}.", "Name another port.");
            return null;
        }

        return port.Value;
    }
}
