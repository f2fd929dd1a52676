using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Hardware.Boards.Parts;

namespace Switchhook.Hardware.Boards;

/// <summary>What a box is made of: a board file (<c>boards/*.yaml</c>), checked.</summary>
/// <param name="Name">Name of the board and of its file.</param>
/// <param name="Cards">Its line cards; their ports are counted on from card to card.</param>
public sealed record Board(string Name, ImmutableArray<CardConfig> Cards)
{
    /// <summary>Name of the board that needs no hardware.</summary>
    public const string Simulated = "simulated";

    /// <summary>What it is, as a sentence for people; null when the file does not say.</summary>
    public string? Description { get; init; }

    /// <summary>How the model that the hardware names itself begins; null for a board that is not recognized by it.</summary>
    public string? Model { get; init; }

    /// <summary>Where its pins come from.</summary>
    public PinSource Pins { get; init; }

    /// <summary>Chips with more pins, by name.</summary>
    public ImmutableSortedDictionary<string, ExpanderPart> Expanders { get; init; } = Empty<ExpanderPart>();

    /// <summary>Lamps by name.</summary>
    public ImmutableSortedDictionary<string, LampPart> Lamps { get; init; } = Empty<LampPart>();

    /// <summary>Buttons by name.</summary>
    public ImmutableSortedDictionary<string, ButtonPart> Buttons { get; init; } = Empty<ButtonPart>();

    /// <summary>Relays by name.</summary>
    public ImmutableSortedDictionary<string, RelayPart> Relays { get; init; } = Empty<RelayPart>();

    /// <summary>Its buzzer; null without one.</summary>
    public BuzzerPart? Buzzer { get; init; }

    /// <summary>Its uninterruptible power supply; null without one that tells its state.</summary>
    public UpsPart? Ups { get; init; }

    /// <summary>Its hardware watchdog; null without one.</summary>
    public WatchdogPart? Watchdog { get; init; }

    /// <summary>Number of ports towards the exchange: <c>fxo1</c> to <c>fxo</c> and this number.</summary>
    public int FxoPorts => Cards.Sum(card => card.FxoPorts);

    /// <summary>Number of ports towards telephones: <c>fxs1</c> to <c>fxs</c> and this number.</summary>
    public int FxsPorts => Cards.Sum(card => card.FxsPorts);

    /// <summary>True when hardware that calls itself so is of this board's model: it may tell its revision after the name.</summary>
    /// <param name="model">Model as the hardware tells it, for example <c>Raspberry Pi 4 Model B Rev 1.4</c>.</param>
    public bool IsModel(string model) => Model is { } known && model.StartsWith(known, StringComparison.OrdinalIgnoreCase);

    /// <summary>The kind of a port by its name; null when the board does not have it.</summary>
    public PortKind? KindOf(string port) =>
        IsOneOf(port, "fxo", FxoPorts) ? PortKind.Fxo
        : IsOneOf(port, "fxs", FxsPorts) ? PortKind.Fxs
        : null;

    /// <summary>The card of a line's port by its name; null when the board does not have the port.</summary>
    public CardConfig? CardOfLine(string port) => Cards.FirstOrDefault(card =>
        Enumerable.Range(card.FirstFxo, card.FxoPorts).Any(number => port == string.Create(CultureInfo.InvariantCulture, $"fxo{number}")));

    private static bool IsOneOf(string port, string prefix, int count) =>
        port.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(port.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= count
        && port[prefix.Length] != '0';

    private static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

/// <summary>The kinds of analog ports.</summary>
public enum PortKind
{
    /// <summary>Towards the exchange: a line plugs in.</summary>
    Fxo,

    /// <summary>Towards a telephone.</summary>
    Fxs,
}
