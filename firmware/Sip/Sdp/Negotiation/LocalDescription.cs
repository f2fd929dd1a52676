using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>What the box says of itself in one offer or answer.</summary>
/// <param name="Local">Addresses and ports.</param>
/// <param name="Formats">The codecs with their payload types, the most liked first.</param>
/// <param name="Direction">Which way the sound flows, seen from the box.</param>
/// <param name="Slots">All m= lines; those beside the audio are refused.</param>
/// <param name="Audio">Which of them is the audio.</param>
internal sealed record LocalDescription(
    LocalAudio Local,
    ImmutableArray<(AudioCodec Codec, int PayloadType)> Formats,
    MediaDirection Direction,
    ImmutableArray<MediaSlot> Slots,
    int Audio)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Payload type of telephone-event; null without it.</summary>
    public int? TelephoneEvent { get; init; }

    /// <summary>The keys of the box; empty for plain RTP.</summary>
    public ImmutableArray<CryptoAttribute> Crypto { get; init; } = [];

    /// <summary>Milliseconds of sound in the packets that the box likes to get.</summary>
    public int PacketMilliseconds { get; init; } = 20;

    /// <summary>True when RTCP may share the port of RTP.</summary>
    public bool ControlMux { get; init; }

    /// <summary>True when the transport demands SRTP.</summary>
    public bool IsSecure => Slots[Audio].Transport.StartsWith("RTP/SAVP", StringComparison.Ordinal);

    /// <summary>The body.</summary>
    /// <param name="session">The number of the session, the same for the dialog's life.</param>
    /// <param name="version">Which of its descriptions this is.</param>
    public byte[] Write(long session, long version)
    {
        var text = new StringBuilder(512);
        var address = (Local.Address.AddressFamily == AddressFamily.InterNetworkV6 ? "IN IP6 " : "IN IP4 ") + Local.Address;
        text.Append("v=0\r\n");
        text.Append(Invariant, $"o=- {session} {version} {address}\r\n");
        text.Append("s=-\r\n");
        text.Append(Invariant, $"c={address}\r\n");
        text.Append("t=0 0\r\n");
        for (var i = 0; i < Slots.Length; i++)
        {
            if (i == Audio)
            {
                WriteAudio(text);
            }
            else
            {
                text.Append(Invariant, $"m={Slots[i].Media} 0 {Slots[i].Transport} {Slots[i].Format}\r\n");
            }
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private void WriteAudio(StringBuilder text)
    {
        var types = string.Join(' ', Formats.Select(format => format.PayloadType).Concat(TelephoneEvent is { } type ? [type] : []));
        text.Append(Invariant, $"m={Slots[Audio].Media} {Local.Port} {Slots[Audio].Transport} {types}\r\n");
        foreach (var (codec, payloadType) in Formats)
        {
            text.Append(Invariant, $"a=rtpmap:{payloadType} {AudioCodecs.Name(codec)}/8000\r\n");
        }

        if (TelephoneEvent is { } events)
        {
            text.Append(Invariant, $"a=rtpmap:{events} telephone-event/8000\r\n");
            text.Append(Invariant, $"a=fmtp:{events} {AudioCodecs.TelephoneEvents}\r\n");
        }

        text.Append(Invariant, $"a=ptime:{PacketMilliseconds}\r\n");
        if (Local.ControlPort != Local.Port + 1)
        {
            text.Append(Invariant, $"a=rtcp:{Local.ControlPort}\r\n");
        }

        if (ControlMux)
        {
            text.Append("a=rtcp-mux\r\n");
        }

        foreach (var crypto in Crypto)
        {
            var key = Convert.ToBase64String(crypto.Key.AsSpan());
            text.Append(Invariant, $"a=crypto:{crypto.Tag} {SrtpSuites.Name(crypto.Suite)} inline:{key}\r\n");
        }

        text.Append(Invariant, $"a={DirectionName}\r\n");
    }

    private string DirectionName => Direction switch
    {
        MediaDirection.Inactive => "inactive",
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.ReceiveOnly => "recvonly",
        MediaDirection.SendReceive => "sendrecv",
    };
}
