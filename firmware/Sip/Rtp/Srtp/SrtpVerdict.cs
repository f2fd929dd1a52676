namespace Switchhook.Sip.Rtp.Srtp;

/// <summary>What SRTP made of a packet.</summary>
internal enum SrtpVerdict
{
    /// <summary>It is good.</summary>
    Good,

    /// <summary>It is not signed with the key: forged, broken on its way, or under another key.</summary>
    NotAuthentic,

    /// <summary>It came before, or is too old to tell.</summary>
    Replayed,

    /// <summary>It is no packet, or too long.</summary>
    Malformed,
}
