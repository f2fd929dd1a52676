namespace Switchhook.Testing.Sip.Sipp;

/// <summary>How sipp carries its messages. Debian's sipp is built without TLS: for that there is baresip.</summary>
public enum SippTransport
{
    /// <summary>UDP, all calls on one socket (u1).</summary>
    Udp,

    /// <summary>UDP, a socket for each call (un).</summary>
    UdpPerCall,

    /// <summary>TCP, all calls on one connection (t1).</summary>
    Tcp,

    /// <summary>TCP, a connection for each call (tn).</summary>
    TcpPerCall,
}
