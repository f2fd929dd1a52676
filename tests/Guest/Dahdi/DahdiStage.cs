using System.Collections.Concurrent;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Hardware.Lines;

namespace Switchhook.Guest.Dahdi;

/// <summary>The box's card and, wired to it, the card of the world: its FXS ports are exchange lines, its FXO ports telephones.</summary>
internal sealed class DahdiStage : IDisposable
{
    /// <summary>After it was opened or put on-hook DAHDI tells of no ring for 2 s.</summary>
    public const double RingGuard = 2.2;

    /// <summary>FXO ports of each card, and FXS ports.</summary>
    public const int Lines = 4;

    private readonly List<RunningCard> _cards = [];
    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>Makes the simulated cards and opens the first pair.</summary>
    public DahdiStage()
    {
        SimulatedLines.Load(Lines);
        (BoxLines, WorldLines) = (new SimulatedLines(0), new SimulatedLines(1));
        Box = Open(BoxLines);
        World = Open(WorldLines);
    }

    /// <summary>The card of the box, as hardware.</summary>
    public SimulatedLines BoxLines { get; }

    /// <summary>The card of the world, as hardware.</summary>
    public SimulatedLines WorldLines { get; }

    /// <summary>The card of the box.</summary>
    public RunningCard Box { get; }

    /// <summary>The card of the world.</summary>
    public RunningCard World { get; }

    /// <summary>Sentences of the drivers.</summary>
    public IEnumerable<string> Told => _told;

    /// <summary>Opens another card with the driver under test.</summary>
    public RunningCard Open(SimulatedLines lines)
    {
        var card = new RunningCard(lines.Open(Lines, told: _told.Enqueue));
        _cards.Add(card);
        return card;
    }

    /// <summary>All ports of both cards work.</summary>
    public async Task Ready()
    {
        var ports = _cards.SelectMany(card => card.Ports).ToList();
        await Check.Until(() => ports.TrueForAll(port => port.Fault is null), 10, $"all ports work ({string.Join(" | ", Told)})");
        await Check.Until(() => _cards.TrueForAll(card => card.Blocks > 10), 5, "sound moves");
        await Check.Until(
            () => _cards.SelectMany(card => card.Fxo).All(port => port.Fxo.HasBattery), 5, "all lines have battery");
        ports.ForEach(port => port.Forget());
    }

    /// <summary>The box takes a line off-hook.</summary>
    public async Task Talk(int line, RunningCard? box = null, RunningCard? world = null)
    {
        var (near, far) = ((box ?? Box).Fxo[line], (world ?? World).Fxs[line]);
        near.Fxo.SetOffHook(true);
        await far.Expect(LineEventKind.LoopClosed, 3);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        BoxLines.Restore();
        WorldLines.Restore();
        _cards.ForEach(card => card.Dispose());
    }
}
