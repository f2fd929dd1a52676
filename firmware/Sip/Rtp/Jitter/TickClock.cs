using Switchhook.Hardware.Lines;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>When the ticks of the 20 ms clock were due: their times without their lateness.</summary>
internal sealed class TickClock
{
    private const double FollowShare = 1.0 / 64;
    private const int StallSteps = 800;
    private const int StallTicks = 10;

    private long _ticks;
    private double _phase;
    private int _lateInARow;

    /// <summary>There were no ticks for a while; the next one is the first.</summary>
    public void Restart() => (_ticks, _lateInARow) = (0, 0);

    /// <summary>A tick happens.</summary>
    /// <param name="now">Its time in steps of the RTP clock.</param>
    /// <returns>When it was due.</returns>
    public long Tick(long now)
    {
        var phase = now - (_ticks * LineAudio.BlockSamples);
        var late = phase - _phase;
        _lateInARow = late > StallSteps ? _lateInARow + 1 : 0;

        // A tick that is early shows when all were due; one that is late was held up, unless all that follow are late too.
        _phase = _ticks == 0 || late < 0 || _lateInARow > StallTicks ? phase : _phase + (late * FollowShare);
        return (long)_phase + (_ticks++ * LineAudio.BlockSamples);
    }
}
