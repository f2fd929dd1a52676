using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Exchange;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Ports;
using Switchhook.Hardware.Simulated.Stations;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated;

/// <summary>A line card without hardware: an exchange line behind each FXO port, a telephone on each FXS port.</summary>
/// <remarks>
/// All time inside is counted in samples, so the card runs as fast as <see cref="ExchangeBlock"/> is called, and the same commands between
/// the same blocks give the same samples. Sound passes the wire within the block; commands take effect at the beginning of the next one.
/// </remarks>
public sealed class SimulatedCard : ILineCard
{
    private const int MaxCommands = 4096;

    private readonly CommandQueue _commands = new(MaxCommands);
    private readonly SampleClock _clock;
    private readonly LineCircuit[] _circuits;

    /// <summary>Builds the card and all that hangs on it.</summary>
    /// <param name="options">Ports and lines.</param>
    /// <param name="country">Whose exchange and telephones these are.</param>
    /// <param name="time">Gives the monotonic time of line events and the exchange's date.</param>
    /// <param name="random">Seeded; makes the noise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SimulatedCard(SimulatedCardOptions options, Country country, TimeProvider time, Random random)
    {
        options.Check();
        _clock = new SampleClock(time);
        Name = options.Name;
        var builder = new CircuitBuilder(options, new NoiseTable(random), random);
        var fxo = Enumerable.Range(options.FirstFxo, options.FxoPorts).Select(n => BuildFxo($"fxo{n}")).ToList();
        var fxs = Enumerable.Range(options.FirstFxs, options.FxsPorts).Select(n => BuildFxs($"fxs{n}")).ToList();
        FxoPorts = [.. fxo.Select(l => l.Port)];
        FxsPorts = [.. fxs.Select(l => l.Port)];
        ExchangeLines = [.. fxo.Select(l => l.Line)];
        Phones = [.. fxs.Select(l => l.Phone)];
        _circuits = [.. fxo.Select(l => l.Circuit), .. fxs.Select(l => l.Circuit)];

        (IFxoPort Port, SimulatedExchangeLine Line, LineCircuit Circuit) BuildFxo(string name)
        {
            var pair = new WirePair(_clock, country.Ring.FrequencyHz);
            var port = new SimulatedFxoPort(name, pair, _clock, _commands);
            var machine = new ExchangeMachine(pair, _clock, country, options);
            pair.Connect(machine, port);
            var line = new SimulatedExchangeLine(machine, country, options, _commands, time) { PortName = name };
            return (port, line, builder.Build(pair, port, machine));
        }

        (IFxsPort Port, SimulatedPhone Phone, LineCircuit Circuit) BuildFxs(string name)
        {
            var pair = new WirePair(_clock, country.Ring.FrequencyHz);
            var port = new SimulatedFxsPort(name, pair, _clock, _commands);
            var machine = new PhoneMachine(pair, _clock, country, options);
            pair.Connect(port, machine);
            return (port, new SimulatedPhone(machine, _commands) { PortName = name }, builder.Build(pair, port, machine));
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IFxoPort> FxoPorts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IFxsPort> FxsPorts { get; }

    /// <summary>The exchange behind each FXO port, in the order of the ports.</summary>
    public IReadOnlyList<SimulatedExchangeLine> ExchangeLines { get; }

    /// <summary>The telephone on each FXS port, in the order of the ports.</summary>
    public IReadOnlyList<SimulatedPhone> Phones { get; }

    /// <summary>Lets a port fail as one of a card with a fault, or work again, from the next block on.</summary>
    /// <param name="port">Name of the port.</param>
    /// <param name="fault">What is wrong, as a sentence; null when nothing is.</param>
    /// <exception cref="ArgumentException">The card has no such port.</exception>
    public void SetFault(string port, string? fault)
    {
        var all = FxoPorts.Concat<IAnalogPort>(FxsPorts).Cast<SimulatedPort>();
        var one = all.FirstOrDefault(candidate => candidate.Name == port)
            ?? throw new ArgumentException($"Card {Name} has no port \"{port}\".", nameof(port));
        one.SetFault(fault);
    }

    /// <inheritdoc/>
    public void ExchangeBlock()
    {
        _clock.BeginBlock();
        var start = _clock.Now;
        if (CarryOutCommands(start))
        {
            foreach (var circuit in _circuits)
            {
                circuit.Wake();
            }
        }

        foreach (var circuit in _circuits)
        {
            circuit.Exchange(start);
        }

        _clock.EndBlock();
    }

    private bool CarryOutCommands(long now)
    {
        var any = false;
        while (_commands.TryTake(out var work))
        {
            work(now);
            any = true;
        }

        return any;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing of the system is held: the card is memory only.
    }
}
