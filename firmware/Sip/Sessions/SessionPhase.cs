namespace Switchhook.Sip.Sessions;

/// <summary>Where a session is in its life.</summary>
internal enum SessionPhase
{
    /// <summary>The INVITE is out, or has come; it is not answered.</summary>
    SettingUp,

    /// <summary>The box has answered the peer's INVITE; its ACK has not come.</summary>
    Answered,

    /// <summary>Both sides know that it is answered.</summary>
    Talking,

    /// <summary>Over for its user; a BYE or CANCEL may still be on its way.</summary>
    Ended,
}
