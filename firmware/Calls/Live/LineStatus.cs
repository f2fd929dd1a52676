namespace Switchhook.Calls.Live;

/// <summary>What an exchange line is doing.</summary>
public enum LineStatus
{
    /// <summary>Ready.</summary>
    Idle,

    /// <summary>A caller rings.</summary>
    Ringing,

    /// <summary>In a call, or being dialled on.</summary>
    InUse,

    /// <summary>No battery: unplugged or faulty.</summary>
    NoBattery,

    /// <summary>The box's own hardware does not serve it.</summary>
    OutOfOrder,

    /// <summary>A trunk whose provider does not answer or refuses the box.</summary>
    Unreachable,
}
