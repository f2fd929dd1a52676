using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>Decides which edges of an input are told.</summary>
/// <remarks>
/// After a change all further edges are ignored for the debounce time. When it ends on another level than was told, that is a change too,
/// with the time of its edge: else a button that was tapped shortly would seem held until it is pressed again. Changes that the mode does
/// not name count as well: a button that bounces as it is let go is not pressed.
/// </remarks>
/// <param name="mode">Which changes are told.</param>
/// <param name="level">Level at the beginning.</param>
internal sealed class EdgeFilter(InterruptMode mode, bool level)
{
    private DigitalState? _last;
    private DigitalState _newest;
    private long? _quietUntil;

    /// <summary>Level that counts now.</summary>
    public bool Level { get; private set; } = level;

    /// <summary>How long edges after a change are ignored, nanoseconds.</summary>
    public long Debounce { get; set; }

    /// <summary>When <see cref="Settle"/> has to be called, in nanoseconds of the monotonic clock; null when nothing waits.</summary>
    public long? DueAt => _quietUntil;

    /// <summary>An edge came, or the level was read anew.</summary>
    /// <param name="state">The level since then, and the time, UTC.</param>
    /// <param name="at">The same time in nanoseconds of the monotonic clock.</param>
    /// <param name="told">Takes the changes to tell.</param>
    public void Follow(DigitalState state, long at, ICollection<DigitalPortResult> told)
    {
        Settle(at, told);
        _newest = state;
        if (_quietUntil is null)
        {
            Take(state, at, told);
        }
    }

    /// <summary>The time went on: ends a debounce time that is over.</summary>
    /// <param name="now">Nanoseconds of the monotonic clock.</param>
    /// <param name="told">Takes the changes to tell.</param>
    public void Settle(long now, ICollection<DigitalPortResult> told)
    {
        if (_quietUntil is { } end && now >= end)
        {
            _quietUntil = null;
            Take(_newest, end, told);
        }
    }

    private void Take(DigitalState state, long at, ICollection<DigitalPortResult> told)
    {
        if (state.State == Level)
        {
            return;
        }

        var change = new DigitalPortResult(state, _last);
        (Level, _last) = (state.State, state);
        _quietUntil = Debounce > 0 ? at + Debounce : null;
        if (mode == InterruptMode.EdgeBoth || mode == (state.State ? InterruptMode.EdgeRising : InterruptMode.EdgeFalling))
        {
            told.Add(change);
        }
    }
}
