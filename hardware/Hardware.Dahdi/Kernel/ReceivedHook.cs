namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>What the driver sees on the wire, with DAHDI's numbers.</summary>
internal enum ReceivedHook
{
    /// <summary>FXO: no battery. FXS: the loop is open.</summary>
    OnHook = 0,

    /// <summary>FXO: battery. FXS: the loop is closed.</summary>
    OffHook = 1,

    /// <summary>FXS with ground start: the telephone asks for the line.</summary>
    Start = 2,

    /// <summary>FXO: ring voltage.</summary>
    Ring = 3,

    /// <summary>Not known yet: the driver tells within some 100 ms after the channel was configured.</summary>
    Initial = 4,
}

/// <summary>A look at a channel.</summary>
/// <param name="Hook">What the driver sees on the wire.</param>
/// <param name="RedAlarm">FXO: without battery for a second.</param>
internal readonly record struct LineSense(ReceivedHook Hook, bool RedAlarm);
