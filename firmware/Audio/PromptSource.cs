namespace Switchhook.Audio;

/// <summary>Plays samples in memory once.</summary>
internal sealed class PromptSource(ReadOnlyMemory<short> samples) : IFrameSource
{
    private int _position;

    public int Read(Span<short> frame)
    {
        var rest = samples.Span[_position..];
        var count = Math.Min(rest.Length, frame.Length);
        rest[..count].CopyTo(frame);
        _position += count;
        return count;
    }
}
