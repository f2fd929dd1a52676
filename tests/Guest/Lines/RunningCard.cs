using Switchhook.Hardware.Lines;

namespace Switchhook.Guest.Lines;

/// <summary>A card whose sound is moved by a thread in the place of the media thread.</summary>
internal sealed class RunningCard : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly ILineCard _card;
    private readonly Thread _thread;
    private volatile bool _stopped;
    private long _blocks;
    private long _allocated;

    /// <summary>Begins to move the card's sound.</summary>
    public RunningCard(ILineCard card)
    {
        _card = card;
        Fxo = [.. card.FxoPorts.Select(port => new LineProbe(port))];
        Fxs = [.. card.FxsPorts.Select(port => new LineProbe(port))];
        _thread = new Thread(Run) { IsBackground = true, Name = $"media of {card.Name}" };
        _thread.Start();
    }

    /// <summary>Ports towards the exchange.</summary>
    public IReadOnlyList<LineProbe> Fxo { get; }

    /// <summary>Ports towards telephones.</summary>
    public IReadOnlyList<LineProbe> Fxs { get; }

    /// <summary>All ports.</summary>
    public IEnumerable<LineProbe> Ports => Fxo.Concat(Fxs);

    /// <summary>Blocks that were moved.</summary>
    public long Blocks => Volatile.Read(ref _blocks);

    /// <summary>Bytes that its own thread, which is not the card's, has allocated.</summary>
    public long Allocated => Volatile.Read(ref _allocated);

    /// <summary>Stops, and disposes of the card.</summary>
    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
        _card.Dispose();
    }

    private void Run()
    {
        LineProbe[] ports = [.. Ports];
        while (!_stopped)
        {
            if (!_card.Clock!.WaitForBlock(Patience))
            {
                continue;
            }

            foreach (var port in ports)
            {
                port.BeforeExchange();
            }

            _card.ExchangeBlock();
            foreach (var port in ports)
            {
                port.AfterExchange();
            }

            Volatile.Write(ref _blocks, _blocks + 1);
            Volatile.Write(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
