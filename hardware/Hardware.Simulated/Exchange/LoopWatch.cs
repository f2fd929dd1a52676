using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>Times the breaks of a loop that is in use, and tells a hang-up from a flash.</summary>
internal sealed class LoopWatch(long clear)
{
    private long _openedAt;

    /// <summary>When the present break becomes a hang-up.</summary>
    public long Deadline { get; private set; } = SampleTime.Never;

    /// <summary>True during a break.</summary>
    public bool IsOpen => Deadline != SampleTime.Never;

    /// <summary>A break begins.</summary>
    public void Open(long now)
    {
        _openedAt = now;
        Deadline = now + clear;
    }

    /// <summary>The break ends.</summary>
    /// <returns>Its length in samples.</returns>
    public long Close(long now)
    {
        Deadline = SampleTime.Never;
        return now - _openedAt;
    }
}
