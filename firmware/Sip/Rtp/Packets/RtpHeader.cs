using System.Buffers.Binary;

namespace Switchhook.Sip.Rtp.Packets;

/// <summary>The fixed header of an RTP packet (RFC 3550 §5.1).</summary>
/// <param name="PayloadType">0 to 127.</param>
/// <param name="Marker">Set on the first packet after a silence, and on the first one of a key press.</param>
/// <param name="Sequence">One more with each packet sent.</param>
/// <param name="Timestamp">When the payload's first sample was taken, in steps of 1/8000 s for each codec of the box.</param>
/// <param name="Ssrc">The stream that it belongs to.</param>
internal readonly record struct RtpHeader(int PayloadType, bool Marker, ushort Sequence, uint Timestamp, uint Ssrc)
{
    /// <summary>Octets of the header that the box writes: no contributing sources, no extension.</summary>
    public const int Octets = 12;

    private const int Version2 = 0x80;
    private const int VersionMask = 0xC0;
    private const int PaddingBit = 0x20;
    private const int ExtensionBit = 0x10;
    private const int CountMask = 0x0F;
    private const int MarkerBit = 0x80;
    private const int TypeMask = 0x7F;
    private const int ExtensionHeaderOctets = 4;
    private const int WordOctets = 4;

    // With the marker bit, these are the RTCP packet types 192 to 223, which RTP must not use when both share a port (RFC 5761 §4).
    private const int FirstControlType = 64;
    private const int LastControlType = 95;

    /// <summary>Reads a packet as the network brought it; nothing that it says is believed beyond its length.</summary>
    /// <param name="packet">The whole datagram.</param>
    /// <param name="header">The header.</param>
    /// <param name="payload">What lies between header, contributing sources and extension, and the padding; may be empty.</param>
    /// <returns>False for anything that is not RTP version 2, RTCP among it, or whose parts do not fit into it.</returns>
    public static bool TryRead(ReadOnlySpan<byte> packet, out RtpHeader header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        if (packet.Length < Octets || (packet[0] & VersionMask) != Version2)
        {
            return false;
        }

        var type = packet[1] & TypeMask;
        if (type is >= FirstControlType and <= LastControlType)
        {
            return false;
        }

        var start = Octets + (WordOctets * (packet[0] & CountMask));
        if ((packet[0] & ExtensionBit) != 0)
        {
            if (start + ExtensionHeaderOctets > packet.Length)
            {
                return false;
            }

            start += ExtensionHeaderOctets + (WordOctets * BinaryPrimitives.ReadUInt16BigEndian(packet[(start + 2)..]));
        }

        // The last octet tells how many there are, itself among them.
        var isPadded = (packet[0] & PaddingBit) != 0;
        var padding = isPadded ? packet[^1] : 0;
        if (start + padding > packet.Length || (isPadded && padding == 0))
        {
            return false;
        }

        header = new RtpHeader(
            type,
            (packet[1] & MarkerBit) != 0,
            BinaryPrimitives.ReadUInt16BigEndian(packet[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet[8..]));
        payload = packet[start..^padding];
        return true;
    }

    /// <summary>Writes the header.</summary>
    /// <param name="packet">At least <see cref="Octets"/> long; the payload goes behind them.</param>
    public void Write(Span<byte> packet)
    {
        packet[0] = Version2;
        packet[1] = (byte)((PayloadType & TypeMask) | (Marker ? MarkerBit : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], Sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], Ssrc);
    }
}
