namespace Switchhook.Audio;

/// <summary>Plays one source to its end, and then another one.</summary>
public sealed class SequenceSource(IFrameSource first, IFrameSource second) : IFrameSource
{
    private bool _isSecond;

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        var done = _isSecond ? 0 : first.Read(frame);
        if (done == frame.Length)
        {
            return done;
        }

        _isSecond = true;
        return done + second.Read(frame[done..]);
    }
}
