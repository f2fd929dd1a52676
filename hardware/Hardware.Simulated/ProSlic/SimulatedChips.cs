using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Exchange;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Stations;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>
/// A card of Si3050 and Si3210 chips at the level of their registers, with the same exchange and telephones behind it as
/// <see cref="SimulatedCard"/> has. A driver sees its SPI bus and its highway.
/// </summary>
/// <remarks>
/// The wires move in blocks: <see cref="MoveBlock"/> at time T moves what passed them in the 20 ms before T. The bus may be used from
/// another thread.
/// </remarks>
public sealed class SimulatedChips
{
    private const int MaxCommands = 4096;

    private readonly Lock _gate = new();
    private readonly CommandQueue _commands = new(MaxCommands);
    private readonly SampleClock _clock;
    private readonly List<ChipModel> _chips = [];
    private readonly List<LineCircuit> _circuits = [];

    /// <summary>Builds the chips and all that hangs on them.</summary>
    /// <param name="options">The lines; numbers of ports are those of the chain.</param>
    /// <param name="chain">Kind of each chip.</param>
    /// <param name="country">Whose exchange and telephones these are.</param>
    /// <param name="time">Gives the monotonic time of the wires and the exchange's date.</param>
    /// <param name="random">Seeded; makes the noise.</param>
    /// <param name="channels">Channels of the highway; at least one for each chip, which is the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SimulatedChips(
        SimulatedCardOptions options,
        IReadOnlyList<PortKind> chain,
        Country country,
        TimeProvider time,
        Random random,
        int? channels = null)
    {
        var (lines, phones) = (chain.Count(kind => kind == PortKind.Fxo), chain.Count(kind => kind == PortKind.Fxs));
        options = options with { FxoPorts = lines, FxsPorts = phones };
        options.Check();
        _clock = new SampleClock(time);
        var builder = new CircuitBuilder(options, new NoiseTable(random), random);
        var (exchange, telephones) = (new List<SimulatedExchangeLine>(), new List<SimulatedPhone>());
        foreach (var kind in chain)
        {
            if (kind == PortKind.Fxo)
            {
                BuildFxo();
            }
            else
            {
                BuildFxs();
            }
        }

        (ExchangeLines, Phones) = (exchange, telephones);
        Faults = [.. _chips.Select(chip => chip.Faults)];
        Spi = new ChipChainModel(_gate, _chips);
        Sound = new ModelTdm(this, channels ?? chain.Count);
        Reset();

        void BuildFxo()
        {
            var pair = new WirePair(_clock, country.Ring.FrequencyHz);
            var chip = new Si3050Model(pair, _clock, time, new ChipFaults(), exchange.Count, country.Ring.FrequencyHz);
            var machine = new ExchangeMachine(pair, _clock, country, options);
            pair.Connect(machine, chip);
            var name = $"fxo{options.FirstFxo + exchange.Count}";
            exchange.Add(new SimulatedExchangeLine(machine, country, options, _commands, time) { PortName = name });
            _chips.Add(chip);
            _circuits.Add(builder.Build(pair, chip, machine));
        }

        void BuildFxs()
        {
            var pair = new WirePair(_clock, country.Ring.FrequencyHz);
            var chip = new Si3210Model(pair, _clock, time, new ChipFaults(), telephones.Count);
            var machine = new PhoneMachine(pair, _clock, country, options);
            pair.Connect(chip, machine);
            telephones.Add(new SimulatedPhone(machine, _commands) { PortName = $"fxs{options.FirstFxs + telephones.Count}" });
            _chips.Add(chip);
            _circuits.Add(builder.Build(pair, chip, machine));
        }
    }

    /// <summary>The exchange behind each Si3050, in the order of the chain.</summary>
    public IReadOnlyList<SimulatedExchangeLine> ExchangeLines { get; }

    /// <summary>The telephone at each Si3210, in the order of the chain.</summary>
    public IReadOnlyList<SimulatedPhone> Phones { get; }

    /// <summary>What is wrong with each chip, in the order of the chain.</summary>
    public IReadOnlyList<ChipFaults> Faults { get; }

    /// <summary>The control bus.</summary>
    public ChipChainModel Spi { get; }

    /// <summary>The highway, for a driver in the same process.</summary>
    public ModelTdm Sound { get; }

    /// <summary>True while a chip pulls the interrupt (the pin itself is low then); any thread.</summary>
    public bool IsInterrupting
    {
        get
        {
            lock (_gate)
            {
                return _chips.Exists(chip => chip.IsInterrupting);
            }
        }
    }

    /// <summary>The models in the order of the chain.</summary>
    internal IReadOnlyList<ChipModel> Chips => _chips;

    /// <summary>Pulls the reset of all chips; any thread.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            foreach (var chip in _chips)
            {
                chip.Reset();
            }
        }
    }

    /// <summary>Moves one block of 20 ms over the highway and over all wires; one thread.</summary>
    /// <param name="fromBox">Samples of the box: of each moment one for each channel.</param>
    /// <param name="toBox">Takes as many.</param>
    /// <param name="channels">Channels of both.</param>
    public void MoveBlock(ReadOnlySpan<short> fromBox, Span<short> toBox, int channels)
    {
        lock (_gate)
        {
            _clock.BeginBlock();
            var start = _clock.Now;
            while (_commands.TryTake(out var work))
            {
                work(start);
            }

            toBox.Clear();
            for (var k = 0; k < _chips.Count; k++)
            {
                var chip = _chips[k];
                Listen(chip, fromBox, channels);
                chip.BeginBlock(start);
                _circuits[k].Wake();
                _circuits[k].Exchange(start);
                Talk(chip, toBox, channels);
            }

            _clock.EndBlock();
        }
    }

    private static void Listen(ChipModel chip, ReadOnlySpan<short> fromBox, int channels)
    {
        if (chip.ReceiveSlot is not { } slot || slot >= channels)
        {
            Array.Clear(chip.FromHighway);
            return;
        }

        for (var i = 0; i < LineAudio.BlockSamples; i++)
        {
            chip.FromHighway[i] = fromBox[(i * channels) + slot];
        }
    }

    private static void Talk(ChipModel chip, Span<short> toBox, int channels)
    {
        if (chip.TransmitSlot is { } slot && slot < channels)
        {
            for (var i = 0; i < LineAudio.BlockSamples; i++)
            {
                toBox[(i * channels) + slot] = chip.ToHighway[i];
            }
        }
    }
}
