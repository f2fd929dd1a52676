namespace Switchhook.Hardware.Lines;

/// <summary>A card with analog ports: exchange lines plug into FXO ports, telephones into FXS ports.</summary>
public interface ILineCard : IDisposable
{
    /// <summary>Name of the card as the board file gives it.</summary>
    string Name { get; }

    /// <summary>Ports towards the exchange.</summary>
    IReadOnlyList<IFxoPort> FxoPorts { get; }

    /// <summary>Ports towards telephones.</summary>
    IReadOnlyList<IFxsPort> FxsPorts { get; }

    /// <summary>The clock of the card's own crystal; null for a card that follows <see cref="ExchangeBlock"/>.</summary>
    ICardClock? Clock => null;

    /// <summary>
    /// Moves one block of 20 ms in both directions on every port: takes <see cref="IAnalogPort.Transmit"/>, clears it,
    /// and fills <see cref="IAnalogPort.Received"/>.
    /// </summary>
    /// <remarks>
    /// Called by the media clock's thread, once a tick. Never blocks, never allocates, never throws for a fault of a line.
    /// </remarks>
    void ExchangeBlock();
}
