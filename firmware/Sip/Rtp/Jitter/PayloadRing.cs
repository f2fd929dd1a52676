namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>
/// The octets that came and were not played yet, each at its own RTP timestamp. An octet lasts one step of the clock in each codec of
/// the box, so packets of any length, overlapping ones and repeated ones all fall into place.
/// </summary>
internal sealed class PayloadRing
{
    /// <summary>Steps that lie behind the place of reading, so that what comes late can still be read if the reader goes back.</summary>
    public const int Behind = 1600;

    private readonly byte[] _octets = new byte[BitRing.Size];
    private readonly BitRing _present = new();
    private readonly BitRing _silent = new();
    private long _floor;

    /// <summary>The first position that does not fit any more.</summary>
    public long Top => _floor + BitRing.Size;

    /// <summary>Forgets all, and starts around a position.</summary>
    public void Reset(long read)
    {
        _floor = read - Behind;
        _present.Clear(0, BitRing.Size);
        _silent.Clear(0, BitRing.Size);
    }

    /// <summary>The reader stands at a position: what lies far behind makes room.</summary>
    public void MoveTo(long read)
    {
        var floor = read - Behind;
        if (floor > _floor)
        {
            _present.Clear(_floor, floor - _floor);
            _silent.Clear(_floor, floor - _floor);
            _floor = floor;
        }
    }

    /// <summary>Puts octets where they belong; what lies outside the ring is left out.</summary>
    public void Write(long position, ReadOnlySpan<byte> payload)
    {
        var skipped = (int)Math.Clamp(_floor - position, 0, payload.Length);
        payload = payload[skipped..];
        position += skipped;
        payload = payload[..(int)Math.Clamp(Top - position, 0, payload.Length)];

        var index = (int)(position & (BitRing.Size - 1));
        var first = Math.Min(payload.Length, BitRing.Size - index);
        payload[..first].CopyTo(_octets.AsSpan(index));
        payload[first..].CopyTo(_octets);
        _present.Set(position, payload.Length);
        _silent.Clear(position, payload.Length);
    }

    /// <summary>Nothing was sent in a stretch: there the sender was silent.</summary>
    public void MarkSilent(long from, long to)
    {
        from = Math.Max(from, _floor);
        to = Math.Min(to, Top);
        if (to > from)
        {
            _silent.Set(from, (int)(to - from));
        }
    }

    /// <summary>How many octets from a position on are there in a row.</summary>
    public int PresentRun(long from, int most) => _present.Run(from, Fitting(from, most), isSet: true);

    /// <summary>How many octets from a position on are not there, in a row. Beyond the ring none is there.</summary>
    public int MissingRun(long from, int most)
    {
        var inRing = Fitting(from, most);
        var run = _present.Run(from, inRing, isSet: false);
        return run == inRing ? most : run;
    }

    /// <summary>How many octets from a position on are known not to have been sent, in a row.</summary>
    public int SilentRun(long from, int most) => _silent.Run(from, Fitting(from, most), isSet: true);

    /// <summary>How many octets from a position on are not there and may have been sent, in a row.</summary>
    public int LostRun(long from, int most)
    {
        var missing = MissingRun(from, most);
        var inRing = Fitting(from, missing);
        var run = _silent.Run(from, inRing, isSet: false);
        return run == inRing ? missing : run;
    }

    /// <summary>Takes out octets that are present.</summary>
    public void Read(long position, Span<byte> octets)
    {
        var index = (int)(position & (BitRing.Size - 1));
        var first = Math.Min(octets.Length, BitRing.Size - index);
        _octets.AsSpan(index, first).CopyTo(octets);
        _octets.AsSpan(0, octets.Length - first).CopyTo(octets[first..]);
        _present.Clear(position, octets.Length);
    }

    private int Fitting(long from, int most) => (int)Math.Clamp(Top - from, 0, most);
}
