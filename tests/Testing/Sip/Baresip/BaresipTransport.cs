namespace Switchhook.Testing.Sip.Baresip;

/// <summary>How baresip reaches its server.</summary>
public enum BaresipTransport
{
    /// <summary>UDP.</summary>
    Udp,

    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>TLS over TCP.</summary>
    Tls,
}
