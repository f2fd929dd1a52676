namespace Switchhook.Hardware.Simulated;

/// <summary>What the exchange does with a line.</summary>
public enum ExchangeLineState
{
    /// <summary>On-hook, no call.</summary>
    Idle,

    /// <summary>A caller rings.</summary>
    Ringing,

    /// <summary>The box is off-hook, dial tone will come.</summary>
    Seized,

    /// <summary>Dial tone.</summary>
    DialTone,

    /// <summary>The box dials.</summary>
    Dialling,

    /// <summary>The far party's phone rings.</summary>
    Ringback,

    /// <summary>The call cannot be: busy, congestion or unobtainable.</summary>
    Refused,

    /// <summary>The box and the far party are connected.</summary>
    Talking,

    /// <summary>The far party has hung up; the box has not yet.</summary>
    Released,

    /// <summary>No battery: the line is cut.</summary>
    Unplugged,
}
