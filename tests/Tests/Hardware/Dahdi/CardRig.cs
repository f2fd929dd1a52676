using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Dahdi;
using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>A card on a kernel in memory; the test is its thread, its media thread and its clock.</summary>
internal sealed class CardRig : IDisposable
{
    private readonly List<Action> _searches = [];

    /// <summary>A card of two ports of each kind, in the middle of a box that has three of each before it.</summary>
    public CardRig(Action<FakeKernel>? prepare = null, DahdiCardSettings? settings = null, int fxo = 2, int fxs = 2)
    {
        if (prepare is null)
        {
            Kernel.Plug(1, 1, fxo, fxs);
        }
        else
        {
            prepare(Kernel);
        }

        var config = new CardConfig("card-2", fxo, fxs, 4, 4, settings ?? new DahdiCardSettings());
        Card = new DahdiCard(Kernel, config, (DahdiCardSettings)config.Settings, Time, Told.Add, _searches.Add, withThread: false);
        foreach (var port in Card.FxoPorts.Cast<IAnalogPort>().Concat(Card.FxsPorts))
        {
            port.LineEvent += change => Events.Add((port.Name, change.Kind, change.At));
        }
    }

    public FakeKernel Kernel { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public DahdiCard Card { get; }

    public IFxoPort Fxo => Card.FxoPorts[0];

    public IFxsPort Fxs => Card.FxsPorts[0];

    /// <summary>The channel of the first FXO port.</summary>
    public FakeChannel FxoChannel => Kernel.Open[1];

    /// <summary>The channel of the first FXS port.</summary>
    public FakeChannel FxsChannel => Kernel.Open[Card.FxoPorts.Count + 1];

    /// <summary>Sentences for the log.</summary>
    public List<string> Told { get; } = [];

    /// <summary>All line events.</summary>
    public List<(string Port, LineEventKind Kind, TimeSpan At)> Events { get; } = [];

    /// <summary>Events of a port since the last call.</summary>
    public LineEventKind[] Take(IAnalogPort port)
    {
        LineEventKind[] taken = [.. Events.Where(one => one.Port == port.Name).Select(one => one.Kind)];
        Events.RemoveAll(one => one.Port == port.Name);
        return taken;
    }

    /// <summary>Blocks of 20 ms pass.</summary>
    public void Run(int blocks = 1)
    {
        for (var i = 0; i < blocks; i++)
        {
            Time.Advance(LineAudio.BlockDuration);
            Kernel.FillBlocks();
            Card.Step();
            Card.ExchangeBlock();
        }
    }

    /// <summary>The thread is woken between two blocks, by an event or a command.</summary>
    public void Wake(double milliseconds = 1)
    {
        Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Card.Step();
    }

    /// <summary>Searches that were asked for are done.</summary>
    public int Search()
    {
        var searches = _searches.ToList();
        _searches.Clear();
        searches.ForEach(search => search());
        return searches.Count;
    }

    public void Dispose() => Card.Dispose();
}
