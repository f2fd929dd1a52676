using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>
/// The card's own time: it counts samples, and knows at which monotonic time each of them passed the wire.
/// </summary>
/// <remarks>
/// A block that is exchanged at time T holds what passed the wire in the 20 ms before T, so no event lies in the future. After a stall the
/// media clock runs the missed blocks at once and the count is right again by itself; only a card that stays late by more than two blocks
/// has lost ticks for good, and moves its base forward. The base never moves back: event times stay in order.
/// </remarks>
internal sealed class SampleClock(TimeProvider time)
{
    private static readonly TimeSpan LongestLateness = 2 * LineAudio.BlockDuration;
    private static readonly TimeSpan CatchingUp = LineAudio.BlockDuration / 2;

    private TimeSpan? _base;
    private TimeSpan _lateness;
    private long _now;

    /// <summary>Number of the sample that comes next; any thread.</summary>
    public long Now => Volatile.Read(ref _now);

    /// <summary>Begins a block: looks at the wall once.</summary>
    public void BeginBlock()
    {
        var wall = time.GetElapsedTime(0);
        _base ??= wall - LineAudio.BlockDuration;
        var lateness = wall - LineAudio.BlockDuration - At(_now);
        if (lateness > LongestLateness && _lateness > LongestLateness && _lateness - lateness < CatchingUp)
        {
            _base += lateness;
            lateness = TimeSpan.Zero;
        }

        _lateness = lateness;
    }

    /// <summary>Ends the block that was begun.</summary>
    public void EndBlock() => Volatile.Write(ref _now, _now + LineAudio.BlockSamples);

    /// <summary>When a sample passed the wire, on the scale of <c>TimeProvider.GetElapsedTime(0)</c>.</summary>
    public TimeSpan At(long sample) =>
        _base.GetValueOrDefault() + TimeSpan.FromTicks(sample * (TimeSpan.TicksPerSecond / LineAudio.SampleRate));

    /// <summary>The sample that passes the wire at a time; the next one for a time that has passed already.</summary>
    public long SampleAt(TimeSpan at) => _base is { } start
        ? Math.Max(Now, (at - start).Ticks / (TimeSpan.TicksPerSecond / LineAudio.SampleRate))
        : Now;
}
