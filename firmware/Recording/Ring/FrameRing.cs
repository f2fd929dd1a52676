namespace Switchhook.Recording.Ring;

/// <summary>
/// Carries both directions of a leg from the media thread to the writer: one producer, one consumer, no lock, nothing allocated after it
/// was made. When it is full, frames are lost and their length is carried on, so that the writer can put silence in their place.
/// </summary>
internal sealed class FrameRing
{
    private readonly int _blockSamples;
    private readonly short[] _samples;
    private readonly int[] _counts;
    private readonly int[] _lostBefore;
    private readonly int _mask;
    private long _written;
    private long _read;
    private long _lostPending;

    /// <summary>A ring.</summary>
    /// <param name="blocks">A power of two.</param>
    /// <param name="blockSamples">Most samples of each direction in one block.</param>
    public FrameRing(int blocks, int blockSamples)
    {
        _blockSamples = blockSamples;
        _samples = new short[blocks * blockSamples * 2];
        _counts = new int[blocks];
        _lostBefore = new int[blocks];
        _mask = blocks - 1;

        // Touches every page now, so that the media thread is not the one to whom the system must give them.
        _samples.AsSpan().Clear();
    }

    /// <summary>Samples of each direction that were lost after the last block in the ring. Exact once the producer has stopped.</summary>
    public long LostAtEnd => Volatile.Read(ref _lostPending);

    /// <summary>Copies a frame in. Media thread.</summary>
    public void Write(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        while (said.Length > _blockSamples)
        {
            WriteBlock(said[.._blockSamples], heard[.._blockSamples]);
            said = said[_blockSamples..];
            heard = heard[_blockSamples..];
        }

        WriteBlock(said, heard);
    }

    /// <summary>Looks at the oldest block. Writer's thread; <see cref="Advance"/> gives its room back.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryPeek(out ReadOnlySpan<short> said, out ReadOnlySpan<short> heard, out int lostBefore)
    {
        if (_read == Volatile.Read(ref _written))
        {
            said = heard = default;
            lostBefore = 0;
            return false;
        }

        var slot = (int)_read & _mask;
        var count = _counts[slot];
        var start = slot * _blockSamples * 2;
        said = _samples.AsSpan(start, count);
        heard = _samples.AsSpan(start + _blockSamples, count);
        lostBefore = _lostBefore[slot];
        return true;
    }

    /// <summary>Gives the room of the oldest block back.</summary>
    public void Advance() => Volatile.Write(ref _read, _read + 1);

    /// <summary>Makes the ring as new. Only while neither side uses it.</summary>
    public void Reset() => (_written, _read, _lostPending) = (0, 0, 0);

    private void WriteBlock(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        if (_written - Volatile.Read(ref _read) > _mask)
        {
            Volatile.Write(ref _lostPending, _lostPending + said.Length);
            return;
        }

        var slot = (int)_written & _mask;
        var start = slot * _blockSamples * 2;
        said.CopyTo(_samples.AsSpan(start));
        heard[..said.Length].CopyTo(_samples.AsSpan(start + _blockSamples));
        _counts[slot] = said.Length;
        _lostBefore[slot] = (int)Math.Min(_lostPending, int.MaxValue);
        Volatile.Write(ref _lostPending, 0);
        Volatile.Write(ref _written, _written + 1);
    }
}
