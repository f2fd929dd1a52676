using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Control;

/// <summary>What a receiver keeps of a source to report it (RFC 3550 A.1, A.3, A.8).</summary>
/// <remarks>One thread at a time; allocates nothing.</remarks>
internal sealed class ReceptionStatistics
{
    private readonly SequenceTracker _numbers = new();
    private bool _isAny;
    private long _transit;
    private double _jitter;
    private long _expectedBefore;
    private long _receivedBefore;

    /// <summary>The source; another one replaces it.</summary>
    public uint Ssrc { get; private set; }

    /// <summary>Packets that came, each once, of all sources.</summary>
    public long Received => _numbers.TotalReceived;

    /// <summary>Packets that did not come, of all sources.</summary>
    public long Lost => _numbers.TotalLost;

    /// <summary>Packets that came again.</summary>
    public long Duplicated => _numbers.Duplicated;

    /// <summary>Interarrival jitter.</summary>
    public double JitterMilliseconds => RtpTime.Milliseconds(_jitter);

    /// <summary>Takes a packet of the stream; those without sound too.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="arrival">When it came, on any clock that does not jump.</param>
    /// <param name="isSound">False for telephone-events, whose timestamps stand still.</param>
    public void Take(in RtpHeader header, TimeSpan arrival, bool isSound)
    {
        if (_isAny && header.Ssrc != Ssrc)
        {
            _numbers.Restart();
            _isAny = false;
        }

        var kind = _numbers.Take(header.Sequence, out _);
        if (kind is Arrival.Started or Arrival.Restarted)
        {
            (_expectedBefore, _receivedBefore, _isAny) = (0, 0, false);
        }

        Ssrc = header.Ssrc;
        if (kind.IsTaken() && isSound)
        {
            Follow(header.Timestamp, RtpTime.Steps(arrival));
        }
    }

    /// <summary>The report since the one before.</summary>
    /// <param name="lastReport">Middle bits of the source's last sender report; 0 when none came.</param>
    /// <param name="delay">Since that came.</param>
    /// <returns>Null when no packet came yet.</returns>
    public ReportBlock? Report(uint lastReport, TimeSpan delay)
    {
        if (_numbers.Received == 0)
        {
            return null;
        }

        var (expected, received) = (_numbers.Expected - _expectedBefore, _numbers.Received - _receivedBefore);
        (_expectedBefore, _receivedBefore) = (_numbers.Expected, _numbers.Received);

        var fraction = expected <= 0 || received >= expected ? 0 : Math.Min((expected - received) * 256 / expected, byte.MaxValue);
        return new ReportBlock(
            Ssrc,
            (byte)fraction,
            (int)Math.Min(_numbers.Lost, int.MaxValue),
            unchecked((uint)(_numbers.Highest - SequenceTracker.FirstCycle)),
            (uint)_jitter,
            lastReport,
            lastReport == 0 ? 0 : NtpTime.Units(delay));
    }

    // A.8: the mean of how much the transit time changes from packet to packet, over some 16 packets.
    private void Follow(uint timestamp, long arrival)
    {
        // Only differences count, so the wrap of the timestamp is harmless.
        var transit = unchecked((int)(arrival - timestamp));
        if (_isAny)
        {
            var change = Math.Abs((double)unchecked(transit - (int)_transit));
            _jitter += (Math.Min(change, RtpTime.ClockRate) - _jitter) / 16;
        }

        (_transit, _isAny) = (transit, true);
    }
}
