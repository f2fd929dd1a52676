namespace Switchhook.Sip.Guard;

/// <summary>What a datagram is at first sight.</summary>
internal enum DatagramKind
{
    /// <summary>It may be a SIP message.</summary>
    Sip,

    /// <summary>Empty, line ends or zeros: it keeps a way through a router open, and wants no answer.</summary>
    KeepAlive,

    /// <summary>It does not begin as any SIP message does.</summary>
    Noise,
}
