using System.Collections.Immutable;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Simulated.ProSlic;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>
/// The driver against the models of the chips, under a clock that only the test moves; the test stands in for all threads.
/// </summary>
internal sealed class ProSlicRig : IDisposable
{
    public static readonly ImmutableArray<PortKind> TwoAndTwo = [PortKind.Fxo, PortKind.Fxo, PortKind.Fxs, PortKind.Fxs];

    public static readonly SimulatedCardOptions Clean = new()
    {
        NoiseDbm0 = double.NegativeInfinity,
        BoxEchoReturnLossDb = double.PositiveInfinity,
        FarEchoReturnLossDb = double.PositiveInfinity,
    };

    private static readonly TimeSpan TransferTime = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<string, Queue<short>> _toSend = [];
    private TimeSpan _nextControl;
    private TimeSpan _nextBlock;

    public ProSlicRig(
        Country? country = null,
        ImmutableArray<PortKind>? chain = null,
        SimulatedCardOptions? options = null,
        Func<SimulatedChips, ManualTimeProvider, ProSlicBuses>? buses = null,
        int? channels = null)
    {
        var kinds = chain ?? TwoAndTwo;
        var lands = country ?? TestCountries.UnitedStates;
        Chips = new SimulatedChips(options ?? Clean, kinds, lands, Time, new Random(1), channels);
        Card = ProSlicCard.Create(
            Config(kinds), lands, buses?.Invoke(Chips, Time) ?? new ProSlicBuses(() => Chips.Spi, () => Chips.Sound), Time, Told.Add);
        foreach (var port in Ports)
        {
            Events[port.Name] = [];
            Heard[port.Name] = [];
            _toSend[port.Name] = new Queue<short>();
            port.LineEvent += Events[port.Name].Add;
        }
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedChips Chips { get; }

    public ProSlicCard Card { get; }

    public List<string> Told { get; } = [];

    /// <summary>Events of each port by its name.</summary>
    public Dictionary<string, List<LineEvent>> Events { get; } = [];

    /// <summary>All that each port received, by its name.</summary>
    public Dictionary<string, List<short>> Heard { get; } = [];

    public IEnumerable<IAnalogPort> Ports => Card.FxoPorts.Concat<IAnalogPort>(Card.FxsPorts);

    public IFxoPort Fxo => Card.FxoPorts[0];

    public IFxsPort Fxs => Card.FxsPorts[0];

    public SimulatedExchangeLine Line => Chips.ExchangeLines[0];

    public SimulatedPhone Phone => Chips.Phones[0];

    public ChipFaults FxoFaults => Chips.Faults[0];

    public ChipFaults FxsFaults => Chips.Faults[2];

    public IEnumerable<LineEventKind> Kinds(IAnalogPort port) => Events[port.Name].Select(one => one.Kind);

    /// <summary>A card with two lines and two telephones, all of them up, and no events so far.</summary>
    public static ProSlicRig Up(Country? country = null, SimulatedCardOptions? options = null)
    {
        var rig = new ProSlicRig(country, options: options);
        rig.Until(() => rig.Ports.All(port => port.Fault is null), 15_000);
        rig.Run(200);
        rig.Forget();
        return rig;
    }

    public static CardConfig Config(ImmutableArray<PortKind> chain) => new(
        "card",
        chain.Count(kind => kind == PortKind.Fxo),
        chain.Count(kind => kind == PortKind.Fxs),
        1,
        1,
        new ProSlicCardSettings("spi", ProSlicCardSettings.UsualHertz, "sound", chain, null, null));

    public void Forget()
    {
        foreach (var events in Events.Values)
        {
            events.Clear();
        }
    }

    /// <summary>Sound to send, from the next block on.</summary>
    public void Send(IAnalogPort port, ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            _toSend[port.Name].Enqueue(sample);
        }
    }

    public void Run(double milliseconds)
    {
        var end = Time.Elapsed + TimeSpan.FromMilliseconds(milliseconds);

        // A command wakes the control thread at once.
        _nextControl = Time.Elapsed;
        while (Step(end))
        {
        }
    }

    public void Until(Func<bool> condition, double limitMilliseconds)
    {
        var end = Time.Elapsed + TimeSpan.FromMilliseconds(limitMilliseconds);
        _nextControl = Time.Elapsed;
        while (!condition())
        {
            var words = string.Join('\n', Told.TakeLast(5));
            Assert.True(Step(end), $"It did not happen within {limitMilliseconds} ms.\n{words}");
        }
    }

    public void Dispose() => Card.Dispose();

    private bool Step(TimeSpan end)
    {
        var next = _nextControl < _nextBlock ? _nextControl : _nextBlock;
        if (next > end)
        {
            Time.MoveTo(end);
            return false;
        }

        Time.MoveTo(next > Time.Elapsed ? next : Time.Elapsed);
        if (_nextControl <= next)
        {
            var due = Card.StepControl();
            var soonest = Time.Elapsed + TransferTime;
            _nextControl = due > soonest ? due : soonest;
        }
        else
        {
            Block();
        }

        return true;
    }

    private void Block()
    {
        _nextBlock += LineAudio.BlockDuration;
        Card.StepSound();
        foreach (var port in Ports)
        {
            for (var i = 0; i < LineAudio.BlockSamples && _toSend[port.Name].TryDequeue(out var sample); i++)
            {
                port.Transmit[i] = sample;
            }
        }

        Card.ExchangeBlock();
        foreach (var port in Ports)
        {
            Heard[port.Name].AddRange(port.Received);
        }
    }
}
