using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Jitter.Sound;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>
/// Makes even blocks of what a network brings unevenly. Each octet is played when its timestamp says, later by a delay that is learned;
/// what is not there in time is filled in; the delay, and the drift of the sender's clock, are followed by leaving out or repeating
/// single pitch periods.
/// </summary>
/// <remarks>One thread at a time. Allocates nothing after its start, and holds about 20 KB whatever comes.</remarks>
internal sealed class JitterBuffer
{
    // A packet each of 20 ms: half a second of them came too late, so the way has become longer by more than the delay may grow.
    private const int MaxLateInARow = 25;

    private readonly StreamPlace _place;
    private readonly PayloadRing _ring = new();
    private readonly PlayoutLine _line = new();
    private readonly TickClock _clock = new();
    private readonly PlayoutReader _reader;
    private readonly Pace _pace;

    private bool _isPlaying;
    private Played _played;
    private int _begins;
    private long _late;
    private int _lateInARow;
    private double _delaySum;
    private long _delayCount;
    private long _delay;

    /// <summary>An empty buffer.</summary>
    /// <param name="decoder">Of the stream's codec; stays the caller's, who disposes it.</param>
    /// <param name="options">Bounds.</param>
    public JitterBuffer(IAudioDecoder decoder, JitterOptions options)
    {
        _place = new StreamPlace(options);
        _reader = new PlayoutReader(decoder, _ring, _line);
        _pace = new Pace(_reader, _ring, _line);
    }

    /// <summary>What became of the packets so far.</summary>
    public JitterStatistics Statistics => new(
        _place.Numbers.TotalReceived,
        _place.Numbers.TotalLost,
        _late,
        _place.Numbers.Duplicated,
        _place.Numbers.Reordered,
        Math.Max(_begins - 1, 0))
    {
        PlayedMilliseconds = RtpTime.Milliseconds(_reader.Decoded),
        ConcealedMilliseconds = RtpTime.Milliseconds(_reader.Concealed),
        Gaps = _reader.Gaps,
        DelayMilliseconds = RtpTime.Milliseconds(_delay),
        MeanDelayMilliseconds = _delayCount == 0 ? 0 : RtpTime.Milliseconds(_delaySum / _delayCount),
        TargetMilliseconds = RtpTime.Milliseconds(_place.Delay.Target),
    };

    /// <summary>Takes a packet of sound.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="payload">Of any length; 5 to 120 ms are usual.</param>
    /// <param name="arrival">When it came, on the clock of <see cref="Get"/>.</param>
    public void Put(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival)
    {
        var steps = RtpTime.Steps(arrival);
        if (payload.IsEmpty || !_place.TryPlace(header, payload.Length, steps, out var place))
        {
            return;
        }

        var isLate = !place.IsNew && place.Position + payload.Length <= _reader.Position;
        _late += isLate ? 1 : 0;
        _lateInARow = isLate ? _lateInARow + 1 : 0;
        if (place.IsNew)
        {
            Begin(place.Position);
        }
        else if (_lateInARow == MaxLateInARow || place.Position + payload.Length > _ring.Top)
        {
            _place.BeginAnew(place.Position, steps);
            Begin(place.Position);
        }

        _ring.MarkSilent(place.SilentFrom, place.Position);
        _ring.Write(place.Position, payload);
        _reader.Noise.Stop();
    }

    /// <summary>Takes a packet of comfort noise (RFC 3389): the other side is silent, and tells how its silence sounds.</summary>
    public void PutComfortNoise(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival)
    {
        PutOther(header, arrival);
        _reader.Noise.Take(payload);
    }

    /// <summary>Takes a packet that carries no sound, such as a telephone-event: meanwhile the other side is silent.</summary>
    public void PutOther(in RtpHeader header, TimeSpan arrival)
    {
        if (_place.TryPlace(header, 0, RtpTime.Steps(arrival), out var place) && place.IsNew)
        {
            Begin(place.Position);
        }
    }

    /// <summary>Packets went another way for a while, and nothing was played: the next one begins anew.</summary>
    public void Restart()
    {
        _clock.Restart();
        _place.Restart();
    }

    /// <summary>Plays the next 20 ms.</summary>
    /// <param name="now">The time of the tick, on the clock of the arrivals.</param>
    /// <param name="block">Gets <c>LineAudio.BlockSamples</c> samples.</param>
    public Played Get(TimeSpan now, Span<short> block)
    {
        var due = _clock.Tick(RtpTime.Steps(now));
        if (!_place.Delay.IsAny)
        {
            _reader.Noise.Fill(block[..LineAudio.BlockSamples]);
            return Played.Silence;
        }

        // What the fastest packet brought just now, and what should be played now.
        var newest = due - _place.Delay.Fastest;
        if (_line.Count == 0)
        {
            Follow(newest - _place.Delay.Target);
        }

        var delay = newest - (_reader.Position - _line.Count);
        _pace.Adjust(delay, _place.Delay.Target);
        _played = _reader.Fill(_place.IsQuiet ? _place.End : long.MaxValue);
        _line.Take(block);
        if (_played != Played.Silence)
        {
            _delay = Math.Max(delay, 0);
            _delaySum += _delay;
            _delayCount++;
        }

        return _played;
    }

    private void Begin(long position)
    {
        _isPlaying = false;
        _begins++;
        _lateInARow = 0;
        _reader.BeginAt(position - _place.Delay.Target);
        _ring.Reset(_reader.Position);
        _ring.MarkSilent(position - BitRing.Size, position);
    }

    // While nothing is heard, the place of reading is free to go where it should be, except over what is still to be played. Where it
    // fills in what has come meanwhile, it goes back to that: the delay has grown at once, and nothing is lost.
    private void Follow(long wanted)
    {
        var read = _reader.Position;
        if (!_isPlaying)
        {
            _isPlaying = true;
            _reader.MoveTo(wanted);
        }
        else if (wanted - read > Pace.MostExcess)
        {
            _reader.MoveTo(wanted);
        }
        else if (_played == Played.Silence && _reader.IsInGap && wanted > read)
        {
            _reader.MoveTo(read + _ring.MissingRun(read, (int)(wanted - read)));
        }
        else if (_reader.IsInGap && wanted < read)
        {
            var back = Math.Max(wanted, _reader.DecodedTo);
            var gap = (int)Math.Clamp(read - back, 0, PayloadRing.Behind);
            if (_ring.MissingRun(read - gap, gap) < gap)
            {
                _reader.MoveTo(read - gap);
            }
        }
    }
}
