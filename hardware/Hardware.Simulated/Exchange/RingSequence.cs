using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>Runs a <see cref="RingPlan"/> on the line.</summary>
internal sealed class RingSequence(WirePair pair, ExchangeVoice voice)
{
    private RingPlan? _plan;
    private int _step;
    private int _bursts;

    /// <summary>When the next step begins.</summary>
    public long NextChange { get; private set; } = SampleTime.Never;

    /// <summary>Ring bursts of all calls so far; any thread.</summary>
    public int Bursts => Volatile.Read(ref _bursts);

    /// <summary>Begins.</summary>
    public void Start(long now, RingPlan plan)
    {
        _plan = plan;
        Enter(now, 0);
    }

    /// <summary>Ends: no ring voltage any more, no modem sound.</summary>
    public void Stop(long now)
    {
        _plan = null;
        NextChange = SampleTime.Never;
        voice.StopCallerId();
        if (pair.Feed == LineFeed.Ringing)
        {
            pair.SetFeed(now, pair.Rest);
        }
    }

    /// <summary>Goes on to the next step.</summary>
    /// <returns>True when the caller's number begins.</returns>
    public bool Act(long now)
    {
        if (_plan is null || NextChange > now)
        {
            return false;
        }

        var next = _step + 1;
        Enter(now, next == _plan.Count ? _plan.RepeatFrom : next);
        return _plan[_step].Kind == RingStepKind.CallerId;
    }

    private void Enter(long now, int step)
    {
        var (kind, samples) = _plan![step];
        _step = step;
        NextChange = now + samples;
        pair.SetFeed(now, kind == RingStepKind.Ring ? LineFeed.Ringing : pair.Rest);
        switch (kind)
        {
            case RingStepKind.Ring:
                Volatile.Write(ref _bursts, _bursts + 1);
                break;
            case RingStepKind.CallerId:
                voice.SendCallerId(_plan.CallerIdSound);
                break;
            case RingStepKind.Pause:
                break;
        }
    }
}
