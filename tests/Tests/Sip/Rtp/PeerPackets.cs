using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Tests.Sip.Rtp;

/// <summary>RTP packets of a peer.</summary>
internal static class PeerPackets
{
    public const uint Ssrc = 0xCAFEBABE;

    public static byte[] Of(
        ushort sequence, byte[] payload, uint timestamp = 0xDECAFBAD, int type = 8, uint ssrc = Ssrc, bool marker = false)
    {
        var packet = new byte[RtpHeader.Octets + payload.Length];
        new RtpHeader(type, marker, sequence, timestamp, ssrc).Write(packet);
        payload.CopyTo(packet, RtpHeader.Octets);
        return packet;
    }

    public static RtpHeader Header(byte[] packet)
    {
        Assert.True(RtpHeader.TryRead(packet, out var header, out _));
        return header;
    }

    public static byte[] Payload(byte[] packet)
    {
        Assert.True(RtpHeader.TryRead(packet, out _, out var payload));
        return payload.ToArray();
    }
}
