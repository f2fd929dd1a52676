namespace Switchhook.Audio.Tones;

/// <summary>Gives a party back what it says, a frame later: it is the tap and the source of one channel at a time.</summary>
/// <remarks>Both sides are called on the media thread.</remarks>
public sealed class EchoSource : IFrameSource, IAudioTap
{
    // -40 dBm0 of a sine, roughly: speech into a handset is well above, an open line well below.
    private const int Loud = 300;

    private readonly short[] _said = new short[1600];
    private int _length;

    // What was played before comes back from the line for a moment, and is nothing that the party says: half a second.
    private int _unheard = 4000;
    private volatile bool _wasLoud;

    /// <summary>True when something louder than the noise of a line has come from the party.</summary>
    public bool WasLoud => _wasLoud;

    /// <inheritdoc/>
    public void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        _length = Math.Min(said.Length, _said.Length);
        said[.._length].CopyTo(_said);
        if (_unheard > 0)
        {
            _unheard -= said.Length;
            return;
        }

        foreach (var sample in said)
        {
            if (sample is > Loud or < -Loud)
            {
                _wasLoud = true;
                return;
            }
        }
    }

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        var length = Math.Min(_length, frame.Length);
        _said.AsSpan(0, length).CopyTo(frame);
        frame[length..].Clear();
        return frame.Length;
    }
}
