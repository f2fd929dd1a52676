namespace Switchhook.Sip.Sessions;

/// <summary>Whose offer is open (RFC 3264, RFC 6337 §2): there is never more than one.</summary>
internal enum Negotiation
{
    /// <summary>None; nothing is agreed either.</summary>
    None,

    /// <summary>The box's.</summary>
    Ours,

    /// <summary>The peer's.</summary>
    Theirs,

    /// <summary>None: all is agreed.</summary>
    Agreed,
}
