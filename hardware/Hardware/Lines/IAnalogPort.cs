namespace Switchhook.Hardware.Lines;

/// <summary>What FXO and FXS ports have in common: sound in blocks, line events, readings.</summary>
public interface IAnalogPort
{
    /// <summary>Name on the card and in the site file, such as <c>fxo1</c>.</summary>
    string Name { get; }

    /// <summary>The block that came from the wire in the last <see cref="ILineCard.ExchangeBlock"/>; media thread only.</summary>
    ReadOnlySpan<short> Received { get; }

    /// <summary>The block to send in the next <see cref="ILineCard.ExchangeBlock"/>; media thread only. Silence unless written.</summary>
    Span<short> Transmit { get; }

    /// <summary>What the port measures at this moment; any thread.</summary>
    LineReadings Readings { get; }

    /// <summary>What the port measured in the last minutes, oldest first; empty for a card that keeps no history. Any thread.</summary>
    IReadOnlyList<ReadingSample> RecentReadings => [];

    /// <summary>
    /// False where <see cref="Readings"/> are only what is typical of the line's state: the driver tells no volts and no current.
    /// </summary>
    bool Measures => true;

    /// <summary>What keeps the port from working, as a sentence for people; null while it works. Any thread.</summary>
    /// <remarks>
    /// A port with a fault is on-hook and silent and tells of nothing else. The card tries by itself to get it back;
    /// after <see cref="LineEventKind.FaultCleared"/> the port's properties tell the state of its line.
    /// </remarks>
    string? Fault { get; }

    /// <summary>
    /// Raised for each change on the wire, in order. Runs on the card's thread (for most cards the media thread):
    /// the handler hands over and returns.
    /// </summary>
    event Action<LineEvent>? LineEvent;
}

/// <summary>Electrical readings of a port.</summary>
/// <param name="Volts">Voltage between tip and ring; the sign is the polarity; 0 without battery.</param>
/// <param name="Milliamps">Loop current; 0 on-hook.</param>
public readonly record struct LineReadings(double Volts, double Milliamps);
