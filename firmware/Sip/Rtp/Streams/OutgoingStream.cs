using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Streams;

/// <summary>
/// Numbers and dates what a session sends, so that the other side sees one stream (RFC 3550 §5.1) whether its packets are the box's own
/// or another party's that are passed on, over each change between them.
/// </summary>
/// <remarks>A pure machine. A run is a stretch of packets of one origin: within it numbers and dates keep their distances.</remarks>
internal sealed class OutgoingStream
{
    /// <summary>Own sound whose dates stay so far behind the clock was not played meanwhile.</summary>
    private const int MaxLag = RtpTime.ClockRate / 2;

    private bool _isOwnRun;
    private bool _isRelayRun;
    private uint _origin;
    private ushort _newest;
    private int _reach;
    private ushort _sequenceOffset;
    private uint _timestampOffset;
    private ushort _sequence;
    private uint _timestamp;
    private int _lastSteps;
    private TimeSpan _at;

    /// <summary>A stream that has sent nothing.</summary>
    /// <param name="start">What it begins with.</param>
    public OutgoingStream(StreamStart start) => Renew(start);

    /// <summary>The stream's SSRC.</summary>
    public uint Ssrc { get; private set; }

    /// <summary>Packets sent.</summary>
    public uint Packets { get; private set; }

    /// <summary>Octets of payload sent.</summary>
    public uint Octets { get; private set; }

    /// <summary>The date that a packet sent now would have.</summary>
    public uint TimestampAt(TimeSpan now) => unchecked(_timestamp + (uint)RtpTime.Steps(now - _at));

    /// <summary>Begins under a new SSRC, as after a change of keys.</summary>
    /// <param name="start">What it begins with.</param>
    public void Renew(StreamStart start)
    {
        (Ssrc, _sequence, _timestamp) = (start.Ssrc, start.Sequence, start.Timestamp);
        (Packets, Octets) = (0, 0);
        (_isOwnRun, _isRelayRun) = (false, false);
    }

    /// <summary>Heads a packet of the box's own.</summary>
    /// <param name="packet">Type, marker and date by the box's own count; the rest is filled in.</param>
    /// <param name="octets">Octets of payload.</param>
    /// <param name="now">The time.</param>
    public RtpHeader Own(RtpHeader packet, int octets, TimeSpan now)
    {
        var begins = !_isOwnRun || Lags(unchecked(packet.Timestamp + _timestampOffset), now);
        if (begins)
        {
            BeginRun(packet.Timestamp, now);
            (_isOwnRun, _isRelayRun) = (true, false);
        }

        var timestamp = unchecked(packet.Timestamp + _timestampOffset);
        Date(timestamp, octets, now);
        return new RtpHeader(packet.PayloadType, packet.Marker || begins, ++_sequence, timestamp, Ssrc);
    }

    /// <summary>Heads another party's packet. False when it is too late to be passed on.</summary>
    /// <param name="packet">As it came, with the type that the receiver knows it by.</param>
    /// <param name="octets">Octets of payload.</param>
    /// <param name="now">The time.</param>
    /// <param name="header">The header to send it with.</param>
    public bool TryRelay(RtpHeader packet, int octets, TimeSpan now, out RtpHeader header)
    {
        var begins = IsNewRun(packet);
        if (begins)
        {
            BeginRelay(packet, now);
        }
        else if (!Follows(packet.Sequence))
        {
            header = default;
            return false;
        }

        var (sequence, timestamp) = unchecked(((ushort)(packet.Sequence + _sequenceOffset), packet.Timestamp + _timestampOffset));
        Date(timestamp, octets, now);
        if ((short)(sequence - _sequence) > 0)
        {
            _sequence = sequence;
        }

        header = new RtpHeader(packet.PayloadType, packet.Marker || begins, sequence, timestamp, Ssrc);
        return true;
    }

    /// <summary>Leaves another party's packet out, without a gap in the numbers that would look like a loss.</summary>
    public void LeaveOut(RtpHeader packet)
    {
        if (IsNewRun(packet))
        {
            return;
        }

        if ((ushort)(packet.Sequence - _newest) == 1)
        {
            _newest = packet.Sequence;
            _sequenceOffset--;

            // Numbers before this one are taken now.
            _reach = 0;
        }
    }

    // The packets of a key press all have the date of its first; they do not lag.
    private bool Lags(uint timestamp, TimeSpan now)
    {
        var distance = RtpTime.Distance(_timestamp, timestamp);
        return distance > 0 && RtpTime.Steps(now - _at) - distance > MaxLag;
    }

    private bool IsNewRun(RtpHeader packet) => !_isRelayRun
        || packet.Ssrc != _origin
        || Math.Abs((int)(short)(packet.Sequence - _newest)) > SequenceTracker.MaxDropout;

    private void BeginRelay(RtpHeader packet, TimeSpan now)
    {
        BeginRun(packet.Timestamp, now);
        (_isOwnRun, _isRelayRun) = (false, true);
        (_origin, _newest, _reach) = (packet.Ssrc, packet.Sequence, 0);
        _sequenceOffset = unchecked((ushort)(_sequence + 1 - packet.Sequence));
    }

    // The date goes on by the time that has passed, but by no less than what was sent last.
    private void BeginRun(uint timestamp, TimeSpan now)
    {
        var passed = Packets == 0 ? 0 : Math.Max(RtpTime.Steps(now - _at), _lastSteps);
        _timestampOffset = unchecked(_timestamp + (uint)passed - timestamp);
    }

    private bool Follows(ushort sequence)
    {
        var ahead = (short)(sequence - _newest);
        if (ahead <= 0)
        {
            return -ahead <= _reach;
        }

        _newest = sequence;
        _reach = Math.Min(_reach + ahead, SequenceTracker.MaxDropout);
        return true;
    }

    private void Date(uint timestamp, int octets, TimeSpan now)
    {
        Packets++;
        Octets += (uint)octets;
        if (Packets == 1 || RtpTime.Distance(_timestamp, timestamp) > 0)
        {
            (_timestamp, _at, _lastSteps) = (timestamp, now, octets);
        }
    }
}
