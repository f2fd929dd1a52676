using Switchhook.Hardware.Lines;

namespace Switchhook.Sip.Rtp.Jitter.Sound;

/// <summary>The samples that are decoded and wait to be played, right behind those that were played last.</summary>
internal sealed class PlayoutLine
{
    /// <summary>Samples that may wait.</summary>
    public const int Capacity = 640;

    private const int History = LossConcealer.History;

    private readonly short[] _samples = new short[History + Capacity];

    /// <summary>Samples that wait.</summary>
    public int Count { get; private set; }

    /// <summary>What was played last, and behind it what waits.</summary>
    public Span<short> All => _samples.AsSpan(0, History + Count);

    /// <summary>What waits.</summary>
    public Span<short> Waiting => _samples.AsSpan(History, Count);

    /// <summary>Makes room for more samples at the end, and gives it to be filled.</summary>
    public Span<short> Append(int count)
    {
        var room = _samples.AsSpan(History + Count, count);
        Count += count;
        return room;
    }

    /// <summary>Takes samples off the end again.</summary>
    public void Cut(int count) => Count -= count;

    /// <summary>Takes out the next block, which waits.</summary>
    public void Take(Span<short> block)
    {
        Waiting[..LineAudio.BlockSamples].CopyTo(block);
        _samples.AsSpan(LineAudio.BlockSamples, History + Count - LineAudio.BlockSamples).CopyTo(_samples);
        Count -= LineAudio.BlockSamples;
    }
}
