namespace Switchhook.Sip.Transport.Streams;

/// <summary>What the next octets of a stream are.</summary>
internal enum StreamFrame
{
    /// <summary>Not whole yet.</summary>
    More,

    /// <summary>A whole message.</summary>
    Message,

    /// <summary>A double CRLF between messages: the peer asks whether the stream lives, and wants a CRLF (RFC 5626 §3.5.1).</summary>
    Ping,

    /// <summary>The CRLF that answers our own ping.</summary>
    Pong,

    /// <summary>
    /// Where the message ends cannot be known, or it is too long: its head, empty when that has no end or does not even begin like SIP.
    /// Nothing more can be read of the stream.
    /// </summary>
    Broken,
}
