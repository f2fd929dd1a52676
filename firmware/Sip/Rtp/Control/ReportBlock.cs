using System.Buffers.Binary;

namespace Switchhook.Sip.Rtp.Control;

/// <summary>What a receiver reports of one source (RFC 3550 §6.4.1).</summary>
/// <param name="Ssrc">The source.</param>
/// <param name="FractionLost">Share of packets lost since the report before, in 1/256.</param>
/// <param name="CumulativeLost">Packets lost since the start; negative when more came twice than were lost.</param>
/// <param name="HighestSequence">Highest sequence number, and how often it wrapped in the upper half.</param>
/// <param name="Jitter">Interarrival jitter in steps of the RTP clock.</param>
/// <param name="LastReport">Middle bits of the NTP time in the source's last sender report; 0 when none came.</param>
/// <param name="DelaySinceLastReport">Since that came, in 1/65536 s.</param>
internal readonly record struct ReportBlock(
    uint Ssrc, byte FractionLost, int CumulativeLost, uint HighestSequence, uint Jitter, uint LastReport, uint DelaySinceLastReport)
{
    /// <summary>Octets it takes.</summary>
    public const int Octets = 24;

    private const int MaxLost = 0x7FFFFF;
    private const int SignShift = 8;

    /// <summary>Reads a block.</summary>
    /// <param name="octets">At least <see cref="Octets"/>.</param>
    public static ReportBlock Read(ReadOnlySpan<byte> octets) => new(
        BinaryPrimitives.ReadUInt32BigEndian(octets),
        octets[4],
        BinaryPrimitives.ReadInt32BigEndian(octets[4..]) << SignShift >> SignShift,
        BinaryPrimitives.ReadUInt32BigEndian(octets[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[16..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[20..]));

    /// <summary>Writes the block.</summary>
    /// <param name="octets">At least <see cref="Octets"/>.</param>
    public void Write(Span<byte> octets)
    {
        BinaryPrimitives.WriteUInt32BigEndian(octets, Ssrc);
        BinaryPrimitives.WriteInt32BigEndian(octets[4..], Math.Clamp(CumulativeLost, -MaxLost - 1, MaxLost));
        octets[4] = FractionLost;
        BinaryPrimitives.WriteUInt32BigEndian(octets[8..], HighestSequence);
        BinaryPrimitives.WriteUInt32BigEndian(octets[12..], Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(octets[16..], LastReport);
        BinaryPrimitives.WriteUInt32BigEndian(octets[20..], DelaySinceLastReport);
    }
}
