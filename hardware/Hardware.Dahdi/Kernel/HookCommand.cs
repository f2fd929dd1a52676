namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>Commands of the HOOK call, with DAHDI's numbers.</summary>
internal enum HookCommand
{
    /// <summary>FXO: opens the loop. FXS with kewlstart: cuts the battery for 500 ms under a telephone that is off-hook.</summary>
    /// <remarks>Empties the channel's buffers: its blocks begin anew at this moment.</remarks>
    OnHook = 0,

    /// <summary>FXO: closes the loop. FXS: feeds a telephone that is off-hook; ends ringing.</summary>
    OffHook = 1,

    /// <summary>FXO: opens the loop for the flash time.</summary>
    Flash = 3,

    /// <summary>FXS: rings by the channel's cadence, from on-hook only.</summary>
    Ring = 5,

    /// <summary>FXS: battery, on-hook, from any state and without a disconnect.</summary>
    RingOff = 6,
}
