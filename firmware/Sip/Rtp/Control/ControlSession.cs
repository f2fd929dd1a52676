using System.Buffers.Binary;
using System.Text;

namespace Switchhook.Sip.Rtp.Control;

/// <summary>The RTCP of one stream (RFC 3550 §6): what is reported, and what the other side reports.</summary>
/// <remarks>One thread at a time; allocates nothing after its start.</remarks>
internal sealed class ControlSession
{
    // A round trip that is longer is a clock that jumped, or a report that is made up.
    private static readonly TimeSpan LongestRoundTrip = TimeSpan.FromSeconds(10);

    private readonly uint _ssrc;
    private readonly byte[] _name;
    private readonly NtpTime _start;
    private uint _lastReport;
    private TimeSpan _lastReportAt;

    /// <summary>A session at its beginning.</summary>
    /// <param name="ssrc">The box's stream.</param>
    /// <param name="name">Canonical name (CNAME): the same in all reports of a call, and without a private address or name.</param>
    /// <param name="start">Wall-clock time when the clock of <c>now</c> was zero; it never jumps afterwards.</param>
    public ControlSession(uint ssrc, string name, DateTimeOffset start)
    {
        (_ssrc, _name, _start) = (ssrc, Encoding.UTF8.GetBytes(name), NtpTime.Of(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_name.Length, RtcpWriter.MaxName, nameof(name));
    }

    /// <summary>What the box hears.</summary>
    public ReceptionStatistics Reception { get; } = new();

    /// <summary>What the other side reported last of what the box sends; null before it did.</summary>
    public ReportBlock? Reported { get; private set; }

    /// <summary>Time to the other side and back; null while it is not known.</summary>
    public TimeSpan? RoundTrip { get; private set; }

    /// <summary>Takes a datagram that may be a compound RTCP packet.</summary>
    /// <param name="compound">As the network brought it.</param>
    /// <param name="now">When it came.</param>
    /// <returns>False when it is none.</returns>
    public bool Take(ReadOnlySpan<byte> compound, TimeSpan now)
    {
        if (!RtcpPackets.IsControl(compound))
        {
            return false;
        }

        var isAny = false;
        for (var packets = new RtcpPackets(compound); packets.MoveNext(); isAny = true)
        {
            switch (packets.Type)
            {
                case RtcpPackets.SenderReport:
                    TakeSenderReport(packets.Body, packets.Count, now);
                    break;
                case RtcpPackets.ReceiverReport:
                    TakeReports(packets.Body, sizeof(uint), packets.Count, now);
                    break;
            }
        }

        return isAny;
    }

    /// <summary>Writes the report that is due.</summary>
    /// <param name="octets">At least <see cref="RtcpWriter.MaxOctets"/>.</param>
    /// <param name="sent">What the box sent so far; null when nothing since the report before.</param>
    /// <param name="now">The time.</param>
    /// <param name="isLast">True when the stream ends.</param>
    /// <returns>Octets written.</returns>
    public int Write(Span<byte> octets, SentSoFar? sent, TimeSpan now, bool isLast = false)
    {
        SenderInfo? sender = sent is { } so ? new SenderInfo(Wall(now), so.Timestamp, so.Packets, so.PayloadOctets) : null;
        return RtcpWriter.Write(octets, _ssrc, _name, sender, Reception.Report(_lastReport, now - _lastReportAt), isLast);
    }

    private NtpTime Wall(TimeSpan now) => new(unchecked(_start.Value + NtpTime.Length(now)));

    private void TakeSenderReport(ReadOnlySpan<byte> body, int count, TimeSpan now)
    {
        if (body.Length < sizeof(uint) + SenderInfo.Octets)
        {
            return;
        }

        if (Reception.Received == 0 || BinaryPrimitives.ReadUInt32BigEndian(body) == Reception.Ssrc)
        {
            (_lastReport, _lastReportAt) = (SenderInfo.Read(body[sizeof(uint)..]).Time.Middle, now);
        }

        TakeReports(body, sizeof(uint) + SenderInfo.Octets, count, now);
    }

    private void TakeReports(ReadOnlySpan<byte> body, int start, int count, TimeSpan now)
    {
        for (var at = start; count > 0 && at + ReportBlock.Octets <= body.Length; at += ReportBlock.Octets, count--)
        {
            var block = ReportBlock.Read(body[at..]);
            if (block.Ssrc == _ssrc)
            {
                Reported = block;
                TakeRoundTrip(block, now);
            }
        }
    }

    private void TakeRoundTrip(ReportBlock block, TimeSpan now)
    {
        if (block.LastReport == 0)
        {
            return;
        }

        // Rounding may make a short way negative.
        var units = unchecked((int)(Wall(now).Middle - block.LastReport - block.DelaySinceLastReport));
        var time = TimeSpan.FromSeconds(Math.Max(units, 0) / 65536.0);
        if (units >= -65536 / 100 && time < LongestRoundTrip)
        {
            RoundTrip = time;
        }
    }
}

/// <summary>What the box sent of a stream so far.</summary>
/// <param name="Timestamp">RTP timestamp of now.</param>
/// <param name="Packets">Packets.</param>
/// <param name="PayloadOctets">Octets of payload in them.</param>
internal readonly record struct SentSoFar(uint Timestamp, uint Packets, uint PayloadOctets);
