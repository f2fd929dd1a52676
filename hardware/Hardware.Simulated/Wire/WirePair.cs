using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>The two wires between a feeder and a station: feed, hook, voltage and current.</summary>
/// <remarks>
/// −48 V behind 2 × 400 Ω, 870 Ω of line and a set of 330 Ω make 24 mA and leave 7.9 V at the set, within the 20 to 26 mA of usual lines.
/// Ring voltage is 90 V RMS on top of the battery. Polarity outlasts ringing and a loss of battery.
/// </remarks>
internal sealed class WirePair(SampleClock clock, double ringHertz)
{
    private const double BatteryVolts = -48;
    private const double LoopOhms = (2 * 400) + 870 + 330;
    private const double SetOhms = 330;
    private const double RingPeakVolts = 90 * 1.4142135623730951;

    private IFeeder? _feeder;
    private IStation? _station;
    private long _ringBegan;
    private volatile LineFeed _feed = LineFeed.Forward;
    private volatile bool _reversed;
    private volatile bool _loopClosed;

    /// <summary>What the feeder puts on the pair.</summary>
    public LineFeed Feed => _feed;

    /// <summary>True while the station closes the loop.</summary>
    public bool IsLoopClosed => _loopClosed;

    /// <summary>True while tip and ring are turned round.</summary>
    public bool IsReversed => _reversed;

    /// <summary>True while there is battery, so that sound passes; ring voltage drowns sound.</summary>
    public bool CarriesSound => _feed is LineFeed.Forward or LineFeed.Reverse;

    /// <summary>True while the feeder feeds.</summary>
    public bool HasBattery => _feed != LineFeed.Open;

    /// <summary>The feed at rest in the present polarity.</summary>
    public LineFeed Rest => _reversed ? LineFeed.Reverse : LineFeed.Forward;

    /// <summary>Joins the two ends.</summary>
    public void Connect(IFeeder feeder, IStation station)
    {
        _feeder = feeder;
        _station = station;
    }

    /// <summary>The feeder changes the feed.</summary>
    public void SetFeed(long now, LineFeed feed)
    {
        var before = _feed;
        if (feed == before)
        {
            return;
        }

        var change = before switch
        {
            LineFeed.Ringing => FeedChange.RingEnded,
            LineFeed.Open => FeedChange.BatteryRestored,
            LineFeed.Forward or LineFeed.Reverse => FeedChange.None,
        };
        change |= feed switch
        {
            LineFeed.Ringing => FeedChange.RingBegan,
            LineFeed.Open => FeedChange.BatteryLost,
            LineFeed.Forward or LineFeed.Reverse => FeedChange.None,
        };
        if (feed is LineFeed.Forward or LineFeed.Reverse && (feed == LineFeed.Reverse) != _reversed)
        {
            _reversed = !_reversed;
            change |= FeedChange.PolarityReversed;
        }

        if (feed == LineFeed.Ringing)
        {
            Volatile.Write(ref _ringBegan, now);
        }

        _feed = feed;
        if (change != FeedChange.None)
        {
            _station?.FeedChanged(now, change);
        }
    }

    /// <summary>The station closes or opens the loop.</summary>
    public void SetLoop(long now, bool closed)
    {
        if (closed != _loopClosed)
        {
            _loopClosed = closed;
            _feeder?.LoopChanged(now, closed);
        }
    }

    /// <summary>Voltage and current at the sample that comes next; any thread.</summary>
    public LineReadings Readings => ReadingsAt(clock.Now);

    /// <summary>Voltage and current at a sample.</summary>
    public LineReadings ReadingsAt(long sample)
    {
        var battery = _reversed ? -BatteryVolts : BatteryVolts;
        return (_feed, _loopClosed) switch
        {
            (LineFeed.Open, _) => new LineReadings(0, 0),
            (LineFeed.Ringing, _) => new LineReadings(battery + RingVolts(sample), 0),
            (_, false) => new LineReadings(battery, 0),
            (_, true) => new LineReadings(battery * SetOhms / LoopOhms, Math.Abs(battery) / LoopOhms * 1000),
        };
    }

    private double RingVolts(long sample)
    {
        var seconds = (double)(sample - Volatile.Read(ref _ringBegan)) / LineAudio.SampleRate;
        return RingPeakVolts * Math.Sin(2 * Math.PI * ringHertz * seconds);
    }
}
