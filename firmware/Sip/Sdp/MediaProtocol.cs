namespace Switchhook.Sip.Sdp;

/// <summary>The transport of an m= line, as far as the box can carry sound over it.</summary>
internal enum MediaProtocol
{
    /// <summary>Anything else: DTLS, T.38, data.</summary>
    Other,

    /// <summary><c>RTP/AVP</c> (RFC 3551).</summary>
    Avp,

    /// <summary><c>RTP/AVPF</c> (RFC 4585): the box takes part and sends no early feedback.</summary>
    Avpf,

    /// <summary><c>RTP/SAVP</c> (RFC 3711).</summary>
    Savp,

    /// <summary><c>RTP/SAVPF</c> (RFC 5124), as <see cref="Avpf"/>.</summary>
    Savpf,
}
