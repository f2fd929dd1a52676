namespace Switchhook.Lines.Fxs;

/// <summary>Where a phone is.</summary>
internal enum FxsPhase
{
    /// <summary>On-hook and ready.</summary>
    Idle,

    /// <summary>Rings: for a caller, or because its user hung up on a party on hold.</summary>
    Ringing,

    /// <summary>The card cannot serve the port.</summary>
    OutOfOrder,

    /// <summary>Off-hook, hears dial tone.</summary>
    DialTone,

    /// <summary>Some digits are dialled.</summary>
    Dialling,

    /// <summary>In a call, or in one that is being made.</summary>
    Talking,

    /// <summary>The far end hung up; the battery is away for a moment, which tells answering machines and fax.</summary>
    Disconnecting,

    /// <summary>The battery is back; the loop settles before the hook is looked at.</summary>
    Settling,

    /// <summary>The call ended or could not be made; a tone tells it, and then comes dial tone again.</summary>
    Released,

    /// <summary>Off-hook for too long without dialling, or dialled what may not be dialled; congestion tone.</summary>
    Reorder,

    /// <summary>Left off-hook; a loud tone calls for help.</summary>
    Howler,

    /// <summary>Left off-hook and silent.</summary>
    LeftOff,
}
