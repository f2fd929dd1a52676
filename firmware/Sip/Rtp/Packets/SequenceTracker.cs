namespace Switchhook.Sip.Rtp.Packets;

/// <summary>
/// Follows the 16-bit sequence numbers of one stream over their wraps (RFC 3550 A.1), and remembers the last 128 so that a packet that
/// comes twice is known.
/// </summary>
internal sealed class SequenceTracker
{
    /// <summary>A gap of more is no loss but a stream that started anew (RFC 3550 A.1: 3000 at 50 packets a second is a minute).</summary>
    public const int MaxDropout = 3000;

    /// <summary>How far behind the newest a packet may come; within it packets that come twice are told apart.</summary>
    public const int Window = 128;

    /// <summary>Extended numbers begin one wrap ahead, so that what was sent before the first packet and comes later has one.</summary>
    public const int FirstCycle = 0x10000;

    private const int NoNumber = -1;

    private UInt128 _seen;
    private long _earlierReceived;
    private long _earlierLost;
    private int _expectedAfterJump = NoNumber;
    private bool _isStarted;

    /// <summary>The lowest number of the stream, extended.</summary>
    public long First { get; private set; }

    /// <summary>The newest number, extended by the wraps so far.</summary>
    public long Highest { get; private set; }

    /// <summary>Packets that came since the start or restart, each once.</summary>
    public long Received { get; private set; }

    /// <summary>Packets that came again.</summary>
    public long Duplicated { get; private set; }

    /// <summary>Packets that came after a newer one.</summary>
    public long Reordered { get; private set; }

    /// <summary>Packets there must have been since the start or restart.</summary>
    public long Expected => _isStarted ? Highest - First + 1 : 0;

    /// <summary>Packets that did not come since the start or restart, up to now.</summary>
    public long Lost => Expected - Received;

    /// <summary>Packets that came, of this stream and those before a restart.</summary>
    public long TotalReceived => _earlierReceived + Received;

    /// <summary>Packets that did not come, of this stream and those before a restart.</summary>
    public long TotalLost => _earlierLost + Lost;

    /// <summary>The stream ends; the next packet starts another one.</summary>
    public void Restart()
    {
        _earlierReceived += Received;
        _earlierLost += Lost;
        (_isStarted, Received) = (false, 0);
    }

    /// <summary>Takes the number of a packet that came.</summary>
    /// <param name="sequence">The number.</param>
    /// <param name="extended">The number, extended by the wraps; valid for packets that are taken.</param>
    public Arrival Take(ushort sequence, out long extended)
    {
        if (!_isStarted)
        {
            extended = Start(sequence);
            return Arrival.Started;
        }

        var ahead = (short)(sequence - (ushort)Highest);
        extended = Highest + ahead;
        if (ahead is > MaxDropout or < -Window)
        {
            return Jump(sequence, ref extended);
        }

        _expectedAfterJump = NoNumber;
        return ahead > 0 ? Advance(ahead) : FillIn(-ahead);
    }

    private long Start(ushort sequence)
    {
        First = Highest = FirstCycle + sequence;
        _isStarted = true;
        _seen = 1;
        _expectedAfterJump = NoNumber;
        Received = 1;
        return Highest;
    }

    private Arrival Advance(int ahead)
    {
        Highest += ahead;
        _seen = ahead < Window ? (_seen << ahead) | 1 : 1;
        Received++;
        return Arrival.InOrder;
    }

    private Arrival FillIn(int behind)
    {
        var bit = behind < Window ? UInt128.One << behind : 0;
        if (bit == 0)
        {
            return Arrival.TooOld;
        }

        if ((_seen & bit) != 0)
        {
            Duplicated++;
            return Arrival.Duplicate;
        }

        _seen |= bit;
        First = Math.Min(First, Highest - behind);
        Received++;
        Reordered++;
        return Arrival.Reordered;
    }

    // One stray packet must not end the stream; two that follow each other are the sender's new beginning.
    private Arrival Jump(ushort sequence, ref long extended)
    {
        if (sequence != _expectedAfterJump)
        {
            _expectedAfterJump = (ushort)(sequence + 1);
            return Arrival.Stray;
        }

        Restart();
        extended = Start(sequence);
        return Arrival.Restarted;
    }
}
