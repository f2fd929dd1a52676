using System.Buffers.Binary;

namespace Switchhook.Sip.Rtp.Control;

/// <summary>What a sender reports of its own stream (RFC 3550 §6.4.1).</summary>
/// <param name="Time">When the report is sent.</param>
/// <param name="Timestamp">The same time on the stream's RTP clock.</param>
/// <param name="Packets">Packets sent since the start.</param>
/// <param name="PayloadOctets">Octets of payload in them.</param>
internal readonly record struct SenderInfo(NtpTime Time, uint Timestamp, uint Packets, uint PayloadOctets)
{
    /// <summary>Octets it takes.</summary>
    public const int Octets = 20;

    /// <summary>Reads it.</summary>
    /// <param name="octets">At least <see cref="Octets"/>.</param>
    public static SenderInfo Read(ReadOnlySpan<byte> octets) => new(
        new NtpTime(BinaryPrimitives.ReadUInt64BigEndian(octets)),
        BinaryPrimitives.ReadUInt32BigEndian(octets[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[16..]));

    /// <summary>Writes it.</summary>
    /// <param name="octets">At least <see cref="Octets"/>.</param>
    public void Write(Span<byte> octets)
    {
        BinaryPrimitives.WriteUInt64BigEndian(octets, Time.Value);
        BinaryPrimitives.WriteUInt32BigEndian(octets[8..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(octets[12..], Packets);
        BinaryPrimitives.WriteUInt32BigEndian(octets[16..], PayloadOctets);
    }
}
