using Switchhook.Audio;

namespace Switchhook.Testing;

/// <summary>An endpoint that says what a test gives it, frame by frame, and keeps the last frame that it heard.</summary>
public sealed class ScriptedEndpoint(Func<int, short> say) : IAudioEndpoint
{
    private int _position;

    /// <summary>An endpoint that says one value all the time.</summary>
    public ScriptedEndpoint(short value)
        : this(_ => value)
    {
    }

    /// <summary>The last frame that was played to it.</summary>
    public short[] Heard { get; private set; } = [];

    /// <inheritdoc/>
    public void ReadFrame(Span<short> frame)
    {
        foreach (ref var sample in frame)
        {
            sample = say(_position++);
        }
    }

    /// <inheritdoc/>
    public void WriteFrame(ReadOnlySpan<short> frame)
    {
        if (Heard.Length != frame.Length)
        {
            Heard = new short[frame.Length];
        }

        frame.CopyTo(Heard);
    }
}
