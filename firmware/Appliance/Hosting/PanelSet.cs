using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Simulated.Pins;

namespace Switchhook.Appliance.Hosting;

/// <summary>What a board has besides line cards: its lamps.</summary>
public sealed class PanelSet : IDisposable
{
    private readonly Stack<IDisposable> _parts = new();

    private PanelSet(Board board, SimulatedPins pins, TimeProvider time) => Lamps = [.. board.Lamps.Values.Select(config =>
    {
        var lamp = Keep(new Lamp(
            config.Name,
            Keep(pins.CreateDigitalOutputPort(pins.Pin(config.Pin), initialState: config.ActiveLow)),
            config.ActiveLow));
        return Keep(new PatternLamp(lamp, time));
    })];

    /// <summary>The lamps.</summary>
    public IReadOnlyList<PatternLamp> Lamps { get; }

    /// <summary>Makes the panel of a board; all boards of this build are simulated.</summary>
    public static PanelSet Create(Board board, TimeProvider time) => new(board, new SimulatedPins(), time);

    /// <summary>Puts everything at rest.</summary>
    public void Dispose()
    {
        while (_parts.TryPop(out var part))
        {
            part.Dispose();
        }
    }

    private T Keep<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }
}
