using System.Net;

namespace Switchhook.Site;

/// <summary>What is set for a phone that registers by SIP. Its secret stands apart, under the name <c>phone/NUMBER</c>.</summary>
/// <param name="Codecs">Codecs in the order in which they are wanted; at least one.</param>
/// <param name="Encryption">Whether the sound is encrypted.</param>
/// <param name="Contacts">Most devices that may be registered under the number at once.</param>
/// <param name="Dtmf">How keys travel.</param>
public sealed record SipPhoneConfig(ValueList<SipCodec> Codecs, MediaEncryption Encryption, int Contacts, DtmfMode Dtmf)
{
    /// <summary>
    /// Where a device is that does not register, such as a door station: it is rung there by UDP, and calls from that host need no secret.
    /// Null for devices that register.
    /// </summary>
    public IPEndPoint? Address { get; init; }
}

/// <summary>Whether the sound travels as SRTP, with its keys in SDP (RFC 4568) and that under TLS.</summary>
public enum MediaEncryption
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It does where signalling is under TLS and the other side can.</summary>
    Offered,

    /// <summary>Calls without it are refused.</summary>
    Demanded,
}

/// <summary>How keys that are pressed during a call are sent and expected.</summary>
public enum DtmfMode
{
    /// <summary>As RTP events where the other side takes them, else as tones; all ways are heard.</summary>
    Auto,

    /// <summary>RTP events (RFC 4733).</summary>
    RtpEvent,

    /// <summary>SIP INFO.</summary>
    Info,

    /// <summary>Tones in the sound.</summary>
    InBand,
}
