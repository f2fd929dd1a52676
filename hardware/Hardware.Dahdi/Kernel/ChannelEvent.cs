namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>Events of a channel, with DAHDI's numbers. Those that are not here mean nothing to the ports.</summary>
internal enum ChannelEvent
{
    /// <summary>No event waits.</summary>
    None = 0,

    /// <summary>FXS: the loop opened. FXO: the battery went away.</summary>
    OnHook = 1,

    /// <summary>FXS: the loop closed. FXO: a ring ended.</summary>
    RingOrOffHook = 2,

    /// <summary>The digits are out.</summary>
    DialComplete = 9,

    /// <summary>A flash or a current disconnect is over.</summary>
    HookComplete = 12,

    /// <summary>FXO: tip and ring were turned round.</summary>
    Polarity = 17,

    /// <summary>The device was taken away.</summary>
    Removed = 20,
}
