namespace Switchhook.Sip.Rtp.Streams;

/// <summary>What a packet carries, by its payload type.</summary>
internal enum PacketKind
{
    /// <summary>Sound of the agreed codec.</summary>
    Sound,

    /// <summary>A key press (RFC 4733).</summary>
    Key,

    /// <summary>How the sender's silence sounds (RFC 3389): refused when it is offered, and sent by some nevertheless.</summary>
    ComfortNoise,

    /// <summary>What was not agreed.</summary>
    Unknown,
}
