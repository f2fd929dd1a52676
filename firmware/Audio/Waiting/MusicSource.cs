using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>The place of one listener in music that goes round and round. It begins softly, because it may begin in the middle.</summary>
/// <param name="parts">The round; none is without samples.</param>
/// <param name="part">Where it begins.</param>
/// <param name="position">The sample of that part; beyond its end it is in the silence after it.</param>
internal sealed class MusicSource(MusicPart[] parts, int part, int position) : IFrameSource
{
    /// <summary>The soft beginning: 20 ms.</summary>
    private const int FadeSamples = LineAudio.SampleRate / 50;

    private int _part = part;
    private int _position = position;
    private int _faded;

    public int Read(Span<short> frame)
    {
        for (var done = 0; done < frame.Length;)
        {
            done += ReadPart(frame[done..]);
        }

        for (var i = 0; i < frame.Length && _faded < FadeSamples; i++, _faded++)
        {
            frame[i] = (short)(frame[i] * _faded / FadeSamples);
        }

        return frame.Length;
    }

    private int ReadPart(Span<short> space)
    {
        var samples = parts[_part].Samples.Span;
        int count;
        if (_position < samples.Length)
        {
            count = Math.Min(space.Length, samples.Length - _position);
            samples.Slice(_position, count).CopyTo(space);
        }
        else
        {
            count = Math.Min(space.Length, samples.Length + MusicProgram.GapSamples - _position);
            space[..count].Clear();
        }

        _position += count;
        if (_position == samples.Length + MusicProgram.GapSamples)
        {
            (_part, _position) = ((_part + 1) % parts.Length, 0);
        }

        return count;
    }
}
