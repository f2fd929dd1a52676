using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Dtmf;

/// <summary>
/// Hears the keys in telephone-events (RFC 4733). A press is known by its RTP timestamp, so that it is told once however many of its
/// packets come, are lost, repeated or out of order; it is told with its first packet.
/// </summary>
/// <remarks>One thread at a time; allocates nothing.</remarks>
internal sealed class DtmfReceiver
{
    /// <summary>A key of which nothing is heard for so long was let go, and its last packets were lost.</summary>
    public static readonly TimeSpan LostEnd = TimeSpan.FromMilliseconds(250);

    // Packets of a press before the current one come late; one further back is no straggler, but the clock of a sender that began anew.
    private const int StragglerSteps = 5 * RtpTime.ClockRate;

    // Senders differ in how much they let the timestamp run on within a press.
    private const int ContinuationSteps = 20 * RtpTime.StepsPerMillisecond;

    private bool _isAny;
    private uint _ssrc;
    private uint _timestamp;
    private DtmfEvent _last;
    private TimeSpan _heardAt;

    /// <summary>The key that is held down; null when none is.</summary>
    public char? Pressed { get; private set; }

    /// <summary>Takes the packet of a telephone-event.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="payload">Its payload, unchecked.</param>
    /// <param name="now">When it came, on any clock that does not jump.</param>
    /// <param name="digit">The key that was pressed.</param>
    /// <returns>True when a key was pressed that was not told yet.</returns>
    public bool TryHear(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan now, out char digit)
    {
        digit = default;
        Pass(now);
        if (!DtmfEvent.TryRead(payload, out var heard) || heard.Digit is not { } key)
        {
            return false;
        }

        if (_isAny && header.Ssrc == _ssrc)
        {
            var ahead = RtpTime.Distance(_timestamp, header.Timestamp);
            if (ahead is < 0 and > -StragglerSteps)
            {
                return false;
            }

            if (ahead == 0 || IsContinuation(header, heard, ahead))
            {
                Continue(header.Timestamp, heard, now);
                return false;
            }
        }

        (_isAny, _ssrc, _timestamp, _last, _heardAt) = (true, header.Ssrc, header.Timestamp, heard, now);
        Pressed = heard.IsEnd ? null : key;
        digit = key;
        return true;
    }

    /// <summary>Time passes: a key whose end was lost is let go.</summary>
    public void Pass(TimeSpan now)
    {
        if (Pressed is not null && now - _heardAt >= LostEnd)
        {
            Pressed = null;
        }
    }

    private void Continue(uint timestamp, DtmfEvent heard, TimeSpan now)
    {
        // After the end, what comes are its repeats and stragglers.
        if (Pressed is null)
        {
            return;
        }

        (_timestamp, _last, _heardAt) = (timestamp, heard, now);
        if (heard.IsEnd)
        {
            Pressed = null;
        }
    }

    // A long press goes on in another event, which begins where the one before ends (RFC 4733 §2.5.1.3); and some senders wrongly let
    // the timestamp run on in each packet. A new press of the same key has a pause before it, and a marker.
    private bool IsContinuation(in RtpHeader header, DtmfEvent heard, int ahead) =>
        Pressed is not null && !header.Marker && heard.Code == _last.Code && ahead <= _last.Duration + ContinuationSteps;
}
