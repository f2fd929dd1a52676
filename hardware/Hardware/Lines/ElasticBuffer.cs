namespace Switchhook.Hardware.Lines;

/// <summary>Sound on its way between a card's thread and the media thread, whose clocks may differ a little.</summary>
/// <remarks>
/// <para>One thread writes and one reads, a block of 20 ms at a time; there is no lock and no allocation.</para>
/// <para>Nothing is kept back as long as each block is there when it is read, as where the writer wakes the reader. Once one came too late,
/// a block is kept back whenever blocks come shortly before they are read. What is kept back grows and shrinks by single samples that are
/// repeated or dropped, at most one in a block, which nobody hears: crystals differ by up to 100 millionths, a sample in more than a
/// second.</para>
/// </remarks>
public sealed class ElasticBuffer
{
    /// <summary>A block that comes later than this before it is read may come too late another time, in samples (5 ms).</summary>
    public const int Margin = 40;

    /// <summary>Reads (1 s) from whose worst one it is told how much to keep back.</summary>
    private const int Window = 50;

    private const int Capacity = 2048;
    private const int Mask = Capacity - 1;

    private readonly short[] _samples = new short[Capacity];
    private readonly TimeProvider _time;
    private readonly double _samplesPerTimestamp;
    private long _written;
    private long _writtenAt;
    private long _read;
    private long _dropped;
    private long _missed;
    private bool _flowing;
    private int _margin;
    private int _surplus;
    private int _lowest = int.MaxValue;
    private int _reads;

    /// <summary>An empty buffer.</summary>
    /// <param name="time">Dates the blocks.</param>
    public ElasticBuffer(TimeProvider time)
    {
        _time = time;
        _samplesPerTimestamp = (double)LineAudio.SampleRate / time.TimestampFrequency;
    }

    /// <summary>Samples that found it full; any thread.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Samples that were not there in time, in a flow that had begun; any thread.</summary>
    public long Missed => Volatile.Read(ref _missed);

    /// <summary>Writes a block; what does not fit is dropped. Writer's thread.</summary>
    public void Write(ReadOnlySpan<short> block)
    {
        var written = _written;
        var fit = Math.Min(block.Length, Capacity - (int)(written - Volatile.Read(ref _read)));
        for (var i = 0; i < fit; i++)
        {
            _samples[(written + i) & Mask] = block[i];
        }

        Volatile.Write(ref _writtenAt, _time.GetTimestamp());
        Volatile.Write(ref _written, written + fit);
        if (fit < block.Length)
        {
            Volatile.Write(ref _dropped, _dropped + block.Length - fit);
        }
    }

    /// <summary>Reads a block; silence where nothing is there. Reader's thread.</summary>
    /// <returns>False when the block is silence because nothing has come, or not yet enough to begin.</returns>
    public bool Read(Span<short> block)
    {
        var there = (int)(Volatile.Read(ref _written) - _read);
        var age = (_time.GetTimestamp() - Volatile.Read(ref _writtenAt)) * _samplesPerTimestamp;
        var left = there - block.Length - (age < _margin ? LineAudio.BlockSamples : 0);
        if (!_flowing && left < 0)
        {
            block.Clear();
            return false;
        }

        if (!_flowing)
        {
            // What piled up before the first read would be delay for ever.
            Skip(left);
            (_flowing, _surplus, _reads, _lowest, there, left) = (true, 0, 0, int.MaxValue, there - left, 0);
        }

        if (there < block.Length)
        {
            RunDry(block, there);
            return there > 0;
        }

        Copy(block, block.Length + Slip(left, there - block.Length));
        return true;
    }

    /// <summary>Forgets what is in it, and begins anew. Reader's thread.</summary>
    public void Restart()
    {
        Volatile.Write(ref _read, Volatile.Read(ref _written));
        _flowing = false;
    }

    // Samples more (1) or fewer (-1) than a block to take now.
    private int Slip(int surplus, int available)
    {
        _lowest = Math.Min(_lowest, surplus);
        if (++_reads == Window)
        {
            (_surplus, _lowest, _reads) = (_lowest, int.MaxValue, 0);
        }

        var slip = Math.Min(Math.Sign(_surplus), available);
        _surplus -= slip;
        _lowest -= _reads > 0 ? slip : 0;
        return slip;
    }

    // One sample too many: the last two become one. One too few: the last stands twice.
    private void Copy(Span<short> block, int wanted)
    {
        var direct = Math.Min(wanted, block.Length);
        for (var i = 0; i < direct; i++)
        {
            block[i] = _samples[(_read + i) & Mask];
        }

        if (wanted < block.Length)
        {
            block[^1] = block[^2];
        }
        else if (wanted > block.Length)
        {
            block[^1] = (short)((block[^1] + _samples[(_read + direct) & Mask]) / 2);
        }

        Skip(wanted);
    }

    private void RunDry(Span<short> block, int there)
    {
        for (var i = 0; i < there; i++)
        {
            block[i] = _samples[(_read + i) & Mask];
        }

        block[there..].Clear();
        Skip(there);
        Volatile.Write(ref _missed, _missed + block.Length - there);
        (_flowing, _margin) = (false, Margin);
    }

    private void Skip(int samples) => Volatile.Write(ref _read, _read + samples);
}
