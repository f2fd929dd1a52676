namespace Switchhook.Sip.Events.Bodies;

/// <summary>How far a dialog is, as busy lamps see it (RFC 4235 §3.7.1).</summary>
internal enum DialogState
{
    /// <summary>An INVITE is under way, and nothing was heard of it yet.</summary>
    Trying,

    /// <summary>It rings: the lamp blinks.</summary>
    Early,

    /// <summary>They talk: the lamp is lit.</summary>
    Confirmed,

    /// <summary>It is over: the lamp is dark.</summary>
    Terminated,
}
