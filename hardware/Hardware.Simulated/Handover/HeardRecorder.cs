using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Handover;

/// <summary>Keeps the last minutes of what a party heard since it came to the line.</summary>
/// <remarks>
/// The media thread writes into chunks that a thread-pool thread has made ready, and makes one itself only when the pool is late. A reader
/// copies while writing goes on, and leaves out what was overwritten meanwhile.
/// </remarks>
internal sealed class HeardRecorder : IThreadPoolWorkItem
{
    private const int ChunkSamples = 10 * LineAudio.SampleRate;

    private readonly short[]?[] _chunks;
    private long _written;
    private int _session;
    private long _from = long.MaxValue;
    private long _until;
    private short[]? _spare;
    private int _fetching;

    /// <summary>A recorder that keeps at least so much; zero keeps nothing.</summary>
    public HeardRecorder(TimeSpan limit)
    {
        var samples = (long)(limit.TotalSeconds * LineAudio.SampleRate);
        _chunks = new short[samples == 0 ? 0 : (samples / ChunkSamples) + 2][];
    }

    /// <summary>Makes room for the first seconds ahead of a call; any thread.</summary>
    public void Prepare()
    {
        if (Volatile.Read(ref _spare) is null && _chunks.Length > 0)
        {
            Volatile.Write(ref _spare, new short[ChunkSamples]);
        }
    }

    /// <summary>The party came to the line: begins anew.</summary>
    public void Open(long now)
    {
        Interlocked.Increment(ref _session);
        Volatile.Write(ref _written, 0);
        Interlocked.Increment(ref _session);
        _from = now;
        _until = long.MaxValue;
    }

    /// <summary>The party left.</summary>
    public void Close(long now) => _until = Math.Min(_until, now);

    /// <summary>Writes what the party heard of a block.</summary>
    public void Take(ReadOnlySpan<short> block, long start)
    {
        var from = Math.Clamp(_from - start, 0, block.Length);
        var until = Math.Clamp(_until - start, 0, block.Length);
        if (from < until && _chunks.Length > 0)
        {
            Append(block[(int)from..(int)until]);
        }
    }

    /// <summary>A copy of what was heard after a place, from the beginning when the party has come anew since; any thread.</summary>
    public HeardPart After(HeardPlace place)
    {
        while (true)
        {
            var session = Volatile.Read(ref _session);
            var written = Volatile.Read(ref _written);
            var from = place.Session == session ? Math.Min(place.Position, written) : 0;
            if (session % 2 == 0 && CopyOf(from, written) is var copy && session == Volatile.Read(ref _session))
            {
                return new HeardPart(copy, new HeardPlace(session, written));
            }
        }
    }

    /// <summary>Makes the next chunk, on a pool thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        Prepare();
        Volatile.Write(ref _fetching, 0);
    }

    private void Append(ReadOnlySpan<short> samples)
    {
        while (samples.Length > 0)
        {
            var index = (int)(_written / ChunkSamples % _chunks.Length);
            var chunk = _chunks[index] ??= TakeSpare();
            var offset = (int)(_written % ChunkSamples);
            var count = Math.Min(samples.Length, ChunkSamples - offset);
            samples[..count].CopyTo(chunk.AsSpan(offset));
            samples = samples[count..];
            Volatile.Write(ref _written, _written + count);
        }
    }

    private short[] TakeSpare()
    {
        var spare = Interlocked.Exchange(ref _spare, null) ?? new short[ChunkSamples];
        if (Interlocked.Exchange(ref _fetching, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        return spare;
    }

    private ReadOnlyMemory<short> CopyOf(long from, long written)
    {
        var oldest = Math.Max(from, written - ((long)(_chunks.Length - 1) * ChunkSamples));
        var copy = new short[written - oldest];
        for (var position = oldest; position < written;)
        {
            var offset = (int)(position % ChunkSamples);
            var count = (int)Math.Min(ChunkSamples - offset, written - position);
            var chunk = Volatile.Read(ref _chunks[position / ChunkSamples % _chunks.Length]);
            chunk?.AsSpan(offset, count).CopyTo(copy.AsSpan((int)(position - oldest)));
            position += count;
        }

        var stillThere = Volatile.Read(ref _written) - ((long)_chunks.Length * ChunkSamples) + LineAudio.BlockSamples;
        return stillThere <= oldest ? copy : copy.AsMemory((int)Math.Min(copy.Length, stillThere - oldest));
    }
}
