namespace Switchhook.Audio;

/// <summary>Plays samples in memory again and again.</summary>
internal sealed class LoopSource(ReadOnlyMemory<short> samples) : IFrameSource
{
    private int _position;

    public int Read(Span<short> frame)
    {
        if (samples.IsEmpty)
        {
            return 0;
        }

        var done = 0;
        while (done < frame.Length)
        {
            var rest = samples.Span[_position..];
            var count = Math.Min(rest.Length, frame.Length - done);
            rest[..count].CopyTo(frame[done..]);
            done += count;
            _position = (_position + count) % samples.Length;
        }

        return done;
    }
}
