using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>Finds the place of each packet on the one endless line of a stream's time, and notices where the stream began anew.</summary>
internal sealed class StreamPlace(JitterOptions options)
{
    // No network delays so differently: the sender's clock jumped, or stood still while it was silent.
    private const int ClockJump = 4000;

    private bool _isStarted;
    private uint _ssrc;
    private long _newest;
    private uint _timestamp;
    private int _length;
    private long _position;

    /// <summary>The packets by their numbers.</summary>
    public SequenceTracker Numbers { get; } = new();

    /// <summary>What their transit times ask for.</summary>
    public DelayEstimator Delay { get; } = new(options);

    /// <summary>Where the newest sound ends.</summary>
    public long End { get; private set; }

    /// <summary>True when the sender has told that it sends no sound now.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>Takes a packet.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="length">Octets of sound in it; 0 when it carries something else.</param>
    /// <param name="arrival">When it came, in steps of the RTP clock.</param>
    /// <param name="place">Where it belongs.</param>
    /// <returns>False when there is nothing new in it.</returns>
    public bool TryPlace(in RtpHeader header, int length, long arrival, out Place place)
    {
        place = default;
        var isNew = !_isStarted || header.Ssrc != _ssrc;
        if (isNew)
        {
            Numbers.Restart();
        }

        var kind = Numbers.Take(header.Sequence, out var number);
        if (!kind.IsTaken())
        {
            return false;
        }

        isNew |= kind == Arrival.Restarted;
        var position = isNew ? header.Timestamp : _position + RtpTime.Distance(_timestamp, header.Timestamp);
        if (length > 0)
        {
            isNew |= IsClockJump(kind, arrival - position);
        }

        var silentFrom = isNew ? position : SilenceBefore(kind, number, position, length);
        if (isNew)
        {
            Begin(header.Ssrc, position);
        }

        if (length > 0)
        {
            Delay.Add(arrival - position);
            End = Math.Max(End, position + length);
        }

        if (isNew || kind == Arrival.InOrder)
        {
            Remember(header, number, position, length);
        }

        place = new Place(position, isNew, silentFrom);
        return true;
    }

    /// <summary>Packets were not taken for a while: the next one begins the stream anew, with the delay that was needed before.</summary>
    public void Restart()
    {
        _isStarted = false;
        Delay.Reset();
    }

    /// <summary>The stream goes on at a place that nobody expected.</summary>
    public void BeginAnew(long position, long arrival)
    {
        Begin(_ssrc, position);
        Delay.Add(arrival - position);
    }

    private bool IsClockJump(Arrival kind, long transit) =>
        kind == Arrival.InOrder && Delay.IsAny && Math.Abs(transit - Delay.Fastest) > ClockJump;

    private void Begin(uint ssrc, long position)
    {
        (_isStarted, _ssrc, End) = (true, ssrc, position);
        Delay.Reset();
    }

    private void Remember(in RtpHeader header, long number, long position, int length)
    {
        (_newest, _timestamp, _position) = (number, header.Timestamp, position);
        IsQuiet = length == 0;
        _length = length > 0 ? length : _length;
    }

    // Between two packets that were sent one after the other, nothing was sent; between others, what is more than the lost ones held.
    private long SilenceBefore(Arrival kind, long number, long position, int length)
    {
        if (kind != Arrival.InOrder || length == 0)
        {
            return position;
        }

        var lost = IsQuiet ? 0 : number - _newest - 1;
        return Math.Min(End + (lost * _length), position);
    }
}

/// <summary>Where a packet belongs.</summary>
/// <param name="Position">Position of its first octet.</param>
/// <param name="IsNew">True when the stream begins, or begins anew, with it.</param>
/// <param name="SilentFrom">From here to the packet the sender sent nothing.</param>
internal readonly record struct Place(long Position, bool IsNew, long SilentFrom);
