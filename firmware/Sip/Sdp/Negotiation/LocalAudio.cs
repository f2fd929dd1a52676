using System.Collections.Immutable;
using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>What the box brings to a negotiation.</summary>
/// <param name="Address">The address that the other side is to send to, as it sees the box.</param>
/// <param name="Port">The port of RTP.</param>
/// <param name="ControlPort">The port of RTCP; commonly the one above.</param>
/// <param name="Codecs">The codecs in the box's order; at least one.</param>
internal sealed record LocalAudio(IPAddress Address, int Port, int ControlPort, ImmutableArray<AudioCodec> Codecs)
{
    /// <summary>True when RTCP may share the port of RTP: it is offered, and taken where it is offered (RFC 5761).</summary>
    public bool ControlMux { get; init; } = true;

    /// <summary>Milliseconds of sound in a packet, where the other side does not say: 10 to 60 in tens.</summary>
    public int PacketMilliseconds { get; init; } = 20;

    /// <summary>What is done with SRTP.</summary>
    public SrtpPolicy Srtp { get; init; }

    /// <summary>The suites that the box offers, in its order, and takes, in the order of the side that offers.</summary>
    public ImmutableArray<SrtpSuite> Suites { get; init; } = [SrtpSuite.AesCm128Sha1With80, SrtpSuite.AesCm128Sha1With32];
}
