using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Stations;

/// <summary>What a telephone notices on its wires; written by the media thread, read by any.</summary>
internal sealed class PhoneCounters
{
    private int _rings;
    private int _drops;
    private int _reversals;

    /// <summary>Ring bursts.</summary>
    public int RingBursts => Volatile.Read(ref _rings);

    /// <summary>Losses of battery.</summary>
    public int BatteryDrops => Volatile.Read(ref _drops);

    /// <summary>Reversals of polarity.</summary>
    public int PolarityReversals => Volatile.Read(ref _reversals);

    /// <summary>Counts what a change holds.</summary>
    public void Count(FeedChange change)
    {
        Volatile.Write(ref _rings, _rings + (change.Has(FeedChange.RingBegan) ? 1 : 0));
        Volatile.Write(ref _drops, _drops + (change.Has(FeedChange.BatteryLost) ? 1 : 0));
        Volatile.Write(ref _reversals, _reversals + (change.Has(FeedChange.PolarityReversed) ? 1 : 0));
    }
}
