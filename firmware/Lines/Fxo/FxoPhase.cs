namespace Switchhook.Lines.Fxo;

/// <summary>Where an exchange line is in its life.</summary>
internal enum FxoPhase
{
    /// <summary>The card cannot serve the port.</summary>
    OutOfOrder,

    /// <summary>The exchange feeds nothing: unplugged or faulty.</summary>
    NoBattery,

    /// <summary>On-hook and ready.</summary>
    Idle,

    /// <summary>Ring voltage began; it may still be a splash or a glitch.</summary>
    RingSuspected,

    /// <summary>A caller rings; who it is may still arrive.</summary>
    RingIdentifying,

    /// <summary>A caller rings and has been announced.</summary>
    Ringing,

    /// <summary>The box has done with the call, but the exchange still rings; nothing stops it on an analog line.</summary>
    RingIgnored,

    /// <summary>Off-hook, waiting for dial tone.</summary>
    Seizing,

    /// <summary>Sending the number.</summary>
    Dialling,

    /// <summary>The number is out; it is not certain yet that the far end has answered.</summary>
    Dialled,

    /// <summary>In a call that was answered.</summary>
    Talking,

    /// <summary>On-hook after a call, until the exchange has surely cleared it.</summary>
    Releasing,
}
