using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Simulated;

/// <summary>A card with one port of each kind, a clock that moves with the blocks, and a hand on every wire.</summary>
internal sealed class SimulatorRig
{
    public static readonly SimulatedCardOptions Clean = new()
    {
        FxoPorts = 1,
        FxsPorts = 1,
        NoiseDbm0 = double.NegativeInfinity,
        BoxEchoReturnLossDb = double.PositiveInfinity,
        FarEchoReturnLossDb = double.PositiveInfinity,
    };

    private readonly ManualTimeProvider _time = new();
    private readonly Queue<short> _toFxo = new();
    private readonly Queue<short> _toFxs = new();

    public SimulatorRig(Country? country = null, SimulatedCardOptions? options = null, int seed = 1)
    {
        Card = new SimulatedCard(options ?? Clean, country ?? Lands.UnitedStates, _time, new Random(seed));
        if (Card.FxoPorts.Count > 0)
        {
            Fxo.LineEvent += FxoEvents.Add;
        }

        if (Card.FxsPorts.Count > 0)
        {
            Fxs.LineEvent += FxsEvents.Add;
        }
    }

    public SimulatedCard Card { get; }

    public IFxoPort Fxo => Card.FxoPorts[0];

    public IFxsPort Fxs => Card.FxsPorts[0];

    public SimulatedExchangeLine Line => Card.ExchangeLines[0];

    public SimulatedPhone Phone => Card.Phones[0];

    public List<LineEvent> FxoEvents { get; } = [];

    public List<LineEvent> FxsEvents { get; } = [];

    /// <summary>Time of the wire at the end of the last block.</summary>
    public TimeSpan Now => _time.Elapsed;

    /// <summary>All that the FXO port received.</summary>
    public List<short> FromLine { get; } = [];

    /// <summary>All that the FXS port received.</summary>
    public List<short> FromPhone { get; } = [];

    /// <summary>Sound to send to the exchange, from the next block on.</summary>
    public void SendToLine(ReadOnlySpan<short> samples) => Enqueue(_toFxo, samples);

    /// <summary>Sound to send to the telephone, from the next block on.</summary>
    public void SendToPhone(ReadOnlySpan<short> samples) => Enqueue(_toFxs, samples);

    public void Run(double milliseconds)
    {
        for (var block = 0; block < milliseconds / 20; block++)
        {
            Block();
        }
    }

    public void RunUntil(Func<bool> condition, double limitMilliseconds)
    {
        for (var block = 0; !condition(); block++)
        {
            Assert.True(block < limitMilliseconds / 20, $"It did not happen within {limitMilliseconds} ms.");
            Block();
        }
    }

    public void Block()
    {
        _time.Advance(LineAudio.BlockDuration);
        Feed(_toFxo, Card.FxoPorts);
        Feed(_toFxs, Card.FxsPorts);
        Card.ExchangeBlock();
        FromLine.AddRange(Card.FxoPorts.Count > 0 ? Fxo.Received : []);
        FromPhone.AddRange(Card.FxsPorts.Count > 0 ? Fxs.Received : []);
    }

    /// <summary>Lets a caller ring and answers; both are connected afterwards.</summary>
    public void Connect(SimulatedCaller? caller = null)
    {
        Line.Ring(caller ?? new SimulatedCaller());
        Run(100);
        Fxo.SetOffHook(true);
        Block();
        Assert.Equal(ExchangeLineState.Talking, Line.State);
        FromLine.Clear();
    }

    private static void Enqueue(Queue<short> queue, ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            queue.Enqueue(sample);
        }
    }

    private static void Feed(Queue<short> queue, IReadOnlyList<IAnalogPort> ports)
    {
        for (var i = 0; i < LineAudio.BlockSamples && queue.Count > 0; i++)
        {
            ports[0].Transmit[i] = queue.Dequeue();
        }
    }
}
