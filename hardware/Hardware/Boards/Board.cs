using System.Collections.Immutable;
using System.Globalization;

namespace Switchhook.Hardware.Boards;

/// <summary>What a box is made of: a board file (<c>boards/*.yaml</c>), checked.</summary>
/// <param name="Name">Name of the board and of its file.</param>
/// <param name="Cards">Its line cards; their ports are counted on from card to card.</param>
/// <param name="Lamps">Lamps by name.</param>
/// <param name="Buttons">Buttons by name.</param>
/// <param name="Relays">Relays by name.</param>
public sealed record Board(
    string Name,
    ImmutableArray<CardConfig> Cards,
    ImmutableSortedDictionary<string, PinConfig> Lamps,
    ImmutableSortedDictionary<string, PinConfig> Buttons,
    ImmutableSortedDictionary<string, PinConfig> Relays)
{
    /// <summary>Name of the board that needs no hardware.</summary>
    public const string Simulated = "simulated";

    /// <summary>Number of ports towards the exchange: <c>fxo1</c> to <c>fxo</c> and this number.</summary>
    public int FxoPorts => Cards.Sum(card => card.FxoPorts);

    /// <summary>Number of ports towards telephones: <c>fxs1</c> to <c>fxs</c> and this number.</summary>
    public int FxsPorts => Cards.Sum(card => card.FxsPorts);

    /// <summary>The kind of a port by its name; null when the board does not have it.</summary>
    public PortKind? KindOf(string port) =>
        IsOneOf(port, "fxo", FxoPorts) ? PortKind.Fxo
        : IsOneOf(port, "fxs", FxsPorts) ? PortKind.Fxs
        : null;

    private static bool IsOneOf(string port, string prefix, int count) =>
        port.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(port.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= count
        && port[prefix.Length] != '0';
}

/// <summary>The kinds of analog ports.</summary>
public enum PortKind
{
    /// <summary>Towards the exchange: a line plugs in.</summary>
    Fxo,

    /// <summary>Towards a telephone.</summary>
    Fxs,
}
