namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>What changed on an exchange line.</summary>
[Flags]
internal enum FxoChanges
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Ring voltage ended.</summary>
    RingEnded = 1,

    /// <summary>The battery went away.</summary>
    BatteryLost = 2,

    /// <summary>The battery came back.</summary>
    BatteryRestored = 4,

    /// <summary>Ring voltage began.</summary>
    RingBegan = 8,
}
