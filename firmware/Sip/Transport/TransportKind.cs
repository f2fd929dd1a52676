namespace Switchhook.Sip.Transport;

/// <summary>How SIP messages travel (RFC 3261 §18).</summary>
public enum TransportKind
{
    /// <summary>One message a datagram; transactions repeat what is lost.</summary>
    Udp,

    /// <summary>A stream; Content-Length frames the messages.</summary>
    Tcp,

    /// <summary>A stream in TLS 1.2 or 1.3.</summary>
    Tls,
}
