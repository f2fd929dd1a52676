using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>The last two seconds of sound that comes in: one thread writes, and any number of listeners read on the media thread.</summary>
/// <remarks>
/// Nothing is locked: a listener stays at most a second behind the writer, which writes 20 ms at a time, so neither comes near the other.
/// </remarks>
public sealed class SoundRing
{
    /// <summary>A power of two.</summary>
    private const int Size = 16_384;

    private readonly short[] _samples = new short[Size];
    private long _written;

    /// <summary>Samples that were written so far.</summary>
    internal long Written => Volatile.Read(ref _written);

    /// <summary>Adds sound. One thread.</summary>
    /// <param name="samples">8 kHz, a few blocks at most.</param>
    public void Write(ReadOnlySpan<short> samples)
    {
        var position = _written;
        foreach (var sample in samples)
        {
            _samples[position++ & (Size - 1)] = sample;
        }

        Volatile.Write(ref _written, position);
    }

    /// <summary>What one listener hears, without end.</summary>
    /// <param name="gainDb">How much louder than the sound that comes in.</param>
    public IFrameSource Open(double gainDb) => new RingSource(this, Math.Pow(10, gainDb / 20));

    /// <summary>Copies what was written.</summary>
    /// <param name="position">First sample, not more than a second back.</param>
    /// <param name="frame">Takes them.</param>
    internal void Copy(long position, Span<short> frame)
    {
        foreach (ref var sample in frame)
        {
            sample = _samples[position++ & (Size - 1)];
        }
    }

    /// <summary>How far a listener may be behind: a second.</summary>
    internal const int MostLag = LineAudio.SampleRate;
}
