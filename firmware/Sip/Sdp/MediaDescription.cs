using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp;

/// <summary>An m= line with its attributes; what only the session says has been passed down. Its texts are slices of the body.</summary>
/// <param name="Media">The first word: <c>audio</c>, <c>video</c>, <c>image</c>…</param>
/// <param name="Port">The port of RTP; 0 says that the stream is refused or switched off.</param>
/// <param name="Transport">The transport as it came.</param>
/// <param name="Protocol">The transport as far as the box knows it.</param>
/// <param name="FirstFormat">The first format as it came; empty when there is none.</param>
internal sealed record MediaDescription(
    ReadOnlyMemory<byte> Media, int Port, ReadOnlyMemory<byte> Transport, MediaProtocol Protocol, ReadOnlyMemory<byte> FirstFormat)
{
    /// <summary>The payload types in the order of the m= line; empty for other transports than RTP.</summary>
    public MediaFormat[] Formats { get; internal set; } = [];

    /// <summary>Where the media is expected; null when neither the stream nor the session says.</summary>
    public SdpAddress? Connection { get; internal set; }

    /// <summary>Which way it flows.</summary>
    public MediaDirection Direction { get; internal set; }

    /// <summary>Milliseconds of sound in a packet that the side likes to get; null when it does not say.</summary>
    public int? PacketMilliseconds { get; internal set; }

    /// <summary>The most milliseconds that it takes; null when it does not say.</summary>
    public int? MaxPacketMilliseconds { get; internal set; }

    /// <summary>The port of RTCP (RFC 3605); null: the one above RTP.</summary>
    public int? ControlPort { get; internal set; }

    /// <summary>The address of RTCP where it is not that of RTP.</summary>
    public SdpAddress? ControlAddress { get; internal set; }

    /// <summary>True when RTCP may come on the port of RTP (RFC 5761).</summary>
    public bool ControlMux { get; internal set; }

    /// <summary>The keys of SRTP that the box can use, in the order of the side that sent them (RFC 4568).</summary>
    public IReadOnlyList<CryptoAttribute> Crypto { get; internal set; } = [];

    /// <summary>True for sound.</summary>
    public bool IsAudio => Media.Span.SequenceEqual("audio"u8);

    /// <summary>True when the transport demands SRTP.</summary>
    public bool IsSecure => Protocol is MediaProtocol.Savp or MediaProtocol.Savpf;
}
