namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>What a change of the feed means to the station.</summary>
[Flags]
internal enum FeedChange
{
    /// <summary>No change that a station can see.</summary>
    None = 0,

    /// <summary>Ring voltage ended.</summary>
    RingEnded = 1,

    /// <summary>Battery went away.</summary>
    BatteryLost = 2,

    /// <summary>Battery came back.</summary>
    BatteryRestored = 4,

    /// <summary>Tip and ring changed places.</summary>
    PolarityReversed = 8,

    /// <summary>Ring voltage began.</summary>
    RingBegan = 16,
}

/// <summary>Reads a change.</summary>
internal static class FeedChangeExtensions
{
    /// <summary>True when the change holds the given part.</summary>
    public static bool Has(this FeedChange change, FeedChange part) => (change & part) != FeedChange.None;
}
