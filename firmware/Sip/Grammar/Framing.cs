namespace Switchhook.Sip.Grammar;

/// <summary>What tells where a message ends (RFC 3261 §18.3).</summary>
internal enum Framing
{
    /// <summary>The datagram; without Content-Length the body is the rest of it.</summary>
    Datagram,

    /// <summary>Content-Length; without one there is no body.</summary>
    Stream,
}
