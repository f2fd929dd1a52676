using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Appliance.Hosting;

/// <summary>The line cards of the board, and their ports by the names that site files use.</summary>
public sealed class CardSet : IDisposable
{
    private CardSet(IReadOnlyList<ILineCard> cards)
    {
        Cards = cards;
        Fxo = Cards.SelectMany(card => card.FxoPorts).ToDictionary(port => port.Name, StringComparer.Ordinal);
        Fxs = Cards.SelectMany(card => card.FxsPorts).ToDictionary(port => port.Name, StringComparer.Ordinal);
        var simulated = Cards.OfType<SimulatedCard>().ToList();
        ExchangeLines = simulated.SelectMany(card => card.ExchangeLines).ToDictionary(line => line.PortName, StringComparer.Ordinal);
        Phones = simulated.SelectMany(card => card.Phones).ToDictionary(phone => phone.PortName, StringComparer.Ordinal);
    }

    /// <summary>The cards.</summary>
    public IReadOnlyList<ILineCard> Cards { get; }

    /// <summary>Ports towards the exchange.</summary>
    public IReadOnlyDictionary<string, IFxoPort> Fxo { get; }

    /// <summary>Ports towards telephones.</summary>
    public IReadOnlyDictionary<string, IFxsPort> Fxs { get; }

    /// <summary>The simulated exchange behind each port that has one.</summary>
    public IReadOnlyDictionary<string, SimulatedExchangeLine> ExchangeLines { get; }

    /// <summary>The simulated telephone on each port that has one.</summary>
    public IReadOnlyDictionary<string, SimulatedPhone> Phones { get; }

    /// <summary>Makes the cards of a board.</summary>
    /// <exception cref="BoxException">A card's driver is not in this build.</exception>
    public static CardSet Create(Board board, Country country, TimeProvider time, Random random) =>
        new([.. board.Cards.Select(config => Create(config, country, time, random))]);

    /// <summary>
    /// The clock of the sound: that of the first card with a crystal of its own, so that its sound needs no mending; else the system's.
    /// </summary>
    public IBlockTicker Ticker(TimeProvider time)
    {
        var system = new AbsoluteBlockTicker();
        return Cards.Select(card => card.Clock).OfType<ICardClock>().FirstOrDefault() is { } clock
            ? new CardBlockTicker(clock, system, time)
            : system;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var card in Cards)
        {
            card.Dispose();
        }
    }

    private static ILineCard Create(CardConfig config, Country country, TimeProvider time, Random random) => config.Settings switch
    {
        SimulatedCardSettings => new SimulatedCard(SimulatedCardOptions.From(config), country, time, random),
        _ => throw new BoxException($"Card {config.Name} needs the driver \"{config.Settings.Driver}\", which this build does not have."),
    };
}
