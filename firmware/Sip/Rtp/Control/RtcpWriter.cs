using System.Buffers.Binary;

namespace Switchhook.Sip.Rtp.Control;

/// <summary>Writes the compound packets that the box sends: a report, its name, and at the end a goodbye (RFC 3550 §6.1).</summary>
internal static class RtcpWriter
{
    /// <summary>The longest name that is sent.</summary>
    public const int MaxName = 64;

    /// <summary>Octets that are enough for whatever is written.</summary>
    public const int MaxOctets = 192;

    private const byte Version2 = 0x80;
    private const byte CanonicalName = 1;
    private const int SsrcOctets = 4;

    /// <summary>Writes a report.</summary>
    /// <param name="octets">At least <see cref="MaxOctets"/>.</param>
    /// <param name="ssrc">The box's stream.</param>
    /// <param name="name">Canonical name (CNAME) in UTF-8, at most <see cref="MaxName"/> octets.</param>
    /// <param name="sender">What it sent; null makes it a receiver report.</param>
    /// <param name="heard">What it hears; null when nothing came.</param>
    /// <param name="isLast">True when the stream ends: a goodbye follows.</param>
    /// <returns>Octets written.</returns>
    public static int Write(
        Span<byte> octets, uint ssrc, ReadOnlySpan<byte> name, SenderInfo? sender, ReportBlock? heard, bool isLast)
    {
        var at = WriteReport(octets, ssrc, sender, heard);
        at += WriteName(octets[at..], ssrc, name[..Math.Min(name.Length, MaxName)]);
        if (isLast)
        {
            Header(octets[at..], RtcpPackets.Goodbye, 1, SsrcOctets, ssrc);
            at += RtcpPackets.HeaderOctets + SsrcOctets;
        }

        return at;
    }

    private static int WriteReport(Span<byte> octets, uint ssrc, SenderInfo? sender, ReportBlock? heard)
    {
        var body = SsrcOctets;
        if (sender is { } sent)
        {
            sent.Write(octets[(RtcpPackets.HeaderOctets + body)..]);
            body += SenderInfo.Octets;
        }

        if (heard is { } block)
        {
            block.Write(octets[(RtcpPackets.HeaderOctets + body)..]);
            body += ReportBlock.Octets;
        }

        var type = sender is null ? RtcpPackets.ReceiverReport : RtcpPackets.SenderReport;
        Header(octets, type, heard is null ? 0 : 1, body, ssrc);
        return RtcpPackets.HeaderOctets + body;
    }

    // The list of items ends with at least one zero, and fills whole words.
    private static int WriteName(Span<byte> octets, uint ssrc, ReadOnlySpan<byte> name)
    {
        const int ItemHeader = 2;
        const int Word = 4;
        var body = SsrcOctets + ((ItemHeader + name.Length + Word) / Word * Word);
        var items = octets[(RtcpPackets.HeaderOctets + SsrcOctets)..(RtcpPackets.HeaderOctets + body)];
        items.Clear();
        items[0] = CanonicalName;
        items[1] = (byte)name.Length;
        name.CopyTo(items[ItemHeader..]);
        Header(octets, RtcpPackets.SourceDescription, 1, body, ssrc);
        return RtcpPackets.HeaderOctets + body;
    }

    private static void Header(Span<byte> octets, byte type, int count, int bodyOctets, uint ssrc)
    {
        octets[0] = (byte)(Version2 | count);
        octets[1] = type;
        BinaryPrimitives.WriteUInt16BigEndian(octets[2..], (ushort)(bodyOctets / 4));
        BinaryPrimitives.WriteUInt32BigEndian(octets[4..], ssrc);
    }
}
