using System.Net;

namespace Switchhook.Sip.Media;

/// <summary>What offer and answer agreed on for the one audio stream of a dialog: all that the RTP side needs.</summary>
/// <param name="Codec">The codec of both directions.</param>
/// <param name="PayloadType">The payload type that is sent.</param>
/// <param name="Remote">
/// Where RTP goes; the true source may differ behind NAT and is learned. The unspecified address (0.0.0.0): nowhere, RTCP neither.
/// </param>
/// <param name="RemoteControl">Where RTCP goes; equal to <paramref name="Remote"/> with rtcp-mux (RFC 5761).</param>
/// <param name="Sends">True when the box sends.</param>
/// <param name="Receives">True when the box listens.</param>
public sealed record AgreedAudio(
    AudioCodec Codec, int PayloadType, IPEndPoint Remote, IPEndPoint RemoteControl, bool Sends, bool Receives)
{
    /// <summary>The payload type that comes in; another than goes out where an answer numbers the codec anew (RFC 3264 §6.1).</summary>
    public int PayloadTypeIn { get; init; } = PayloadType;

    /// <summary>Payload type of telephone-event (RFC 4733) that the other side takes; null when it knows none.</summary>
    public int? TelephoneEvent { get; init; }

    /// <summary>Payload type under which telephone-event may come in; null when none was agreed.</summary>
    public int? TelephoneEventIn { get; init; }

    /// <summary>Milliseconds of sound in a packet that the box sends: 10, 20, 30, 40, 50 or 60.</summary>
    public int PacketMilliseconds { get; init; } = 20;

    /// <summary>Keys of SRTP by SDES (RFC 4568); null for plain RTP.</summary>
    public SrtpKeys? Keys { get; init; }
}
