using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Appliance.Hosting;

/// <summary>The line cards of the board, and their ports by the names that site files use.</summary>
public sealed class CardSet : IDisposable
{
    private readonly Dictionary<string, IFxoPort> _fxo;

    /// <summary>Takes cards that are there.</summary>
    /// <param name="cards">The cards; the set owns them.</param>
    public CardSet(IReadOnlyList<ILineCard> cards)
    {
        Cards = cards;
        _fxo = Cards.SelectMany(card => card.FxoPorts).ToDictionary(port => port.Name, StringComparer.Ordinal);
        Fxs = Cards.SelectMany(card => card.FxsPorts).ToDictionary(port => port.Name, StringComparer.Ordinal);
        var simulated = Cards.OfType<SimulatedCard>().ToList();
        ExchangeLines = simulated.SelectMany(card => card.ExchangeLines).ToDictionary(line => line.PortName, StringComparer.Ordinal);
        Phones = simulated.SelectMany(card => card.Phones).ToDictionary(phone => phone.PortName, StringComparer.Ordinal);
    }

    /// <summary>The cards.</summary>
    public IReadOnlyList<ILineCard> Cards { get; }

    /// <summary>Ports towards the exchange.</summary>
    public IReadOnlyDictionary<string, IFxoPort> Fxo => _fxo;

    /// <summary>Ports towards telephones.</summary>
    public IReadOnlyDictionary<string, IFxsPort> Fxs { get; }

    /// <summary>The simulated exchange behind each port that has one.</summary>
    public IReadOnlyDictionary<string, SimulatedExchangeLine> ExchangeLines { get; }

    /// <summary>The simulated telephone on each port that has one.</summary>
    public IReadOnlyDictionary<string, SimulatedPhone> Phones { get; }

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

    /// <summary>Puts lines behind power-fail relays: from now on each is out of order while it goes past the box.</summary>
    public void PutBehind(IEnumerable<PowerFailRelay> relays)
    {
        foreach (var relay in relays)
        {
            _fxo[relay.Line.Name] = relay.Line;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var card in Cards)
        {
            card.Dispose();
        }
    }
}
