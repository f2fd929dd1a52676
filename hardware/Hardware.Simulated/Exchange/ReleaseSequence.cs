using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>Shows the box that the far party is gone: the configured signs, one after another; the last one stays.</summary>
internal sealed class ReleaseSequence(
    WirePair pair, ExchangeVoice voice, ExchangeTones tones, IReadOnlyList<HangUpSignal> signals, SimulatedCardOptions options)
{
    private readonly long _drop = SampleTime.Of(options.BatteryDrop);
    private readonly long _busy = SampleTime.Of(options.BusyTone);
    private int _index = -1;

    /// <summary>When the next sign begins.</summary>
    public long NextChange { get; private set; } = SampleTime.Never;

    /// <summary>Begins with the first sign.</summary>
    /// <returns>True when the sign is dial tone, which the exchange gives by itself.</returns>
    public bool Start(long now)
    {
        _index = -1;
        return Advance(now);
    }

    /// <summary>Ends; battery comes back if it was away.</summary>
    public void Stop(long now)
    {
        _index = -1;
        NextChange = SampleTime.Never;
        pair.SetFeed(now, pair.Rest);
    }

    /// <summary>Goes on to the next sign.</summary>
    /// <returns>True when the sign is dial tone, which the exchange gives by itself.</returns>
    public bool Advance(long now)
    {
        NextChange = SampleTime.Never;
        pair.SetFeed(now, pair.Rest);
        while (++_index < signals.Count)
        {
            switch (signals[_index])
            {
                case HangUpSignal.BatteryDrop:
                    voice.StopTone();
                    pair.SetFeed(now, LineFeed.Open);
                    NextChange = now + _drop;
                    return false;
                case HangUpSignal.PolarityReversal:
                    pair.SetFeed(now, pair.IsReversed ? LineFeed.Forward : LineFeed.Reverse);
                    break;
                case HangUpSignal.BusyTone:
                    voice.Play(tones.Busy);
                    NextChange = _index + 1 < signals.Count ? now + _busy : SampleTime.Never;
                    return false;
                case HangUpSignal.DialTone:
                    return true;
            }
        }

        return false;
    }
}
