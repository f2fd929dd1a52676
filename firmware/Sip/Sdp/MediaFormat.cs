namespace Switchhook.Sip.Sdp;

/// <summary>A payload type of an m= line with what its rtpmap and fmtp say (RFC 8866 §6.6, §6.15).</summary>
/// <param name="PayloadType">0 to 127.</param>
/// <param name="Name">The encoding's name; empty where there is no rtpmap.</param>
/// <param name="ClockRate">Hz; 0 where there is no rtpmap.</param>
/// <param name="Channels">Channels, 1 where none are named.</param>
/// <param name="Parameters">The value of fmtp; empty without one.</param>
internal readonly record struct MediaFormat(
    int PayloadType, ReadOnlyMemory<byte> Name, int ClockRate, int Channels, ReadOnlyMemory<byte> Parameters)
{
    /// <summary>A payload type of which nothing more is known.</summary>
    public MediaFormat(int payloadType)
        : this(payloadType, default, 0, 1, default)
    {
    }
}
