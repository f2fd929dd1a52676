namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>Plays samples after a delay, once or in a loop.</summary>
internal sealed class SamplePlayer
{
    private ReadOnlyMemory<short> _samples;
    private int _position;
    private long _delay;
    private bool _loop;

    /// <summary>True until the last sample is out.</summary>
    public bool IsPlaying => _position < _samples.Length;

    /// <summary>Begins; what was playing stops.</summary>
    public void Start(ReadOnlyMemory<short> samples, long delay, bool loop)
    {
        _samples = samples;
        _position = 0;
        _delay = delay;
        _loop = loop;
    }

    /// <summary>Stops.</summary>
    public void Stop() => Start(default, 0, loop: false);

    /// <summary>Adds to a part of a block.</summary>
    /// <param name="part">The part.</param>
    /// <param name="muted">True to go on without a sound, as speech does while a key is pressed.</param>
    public void AddTo(Span<short> part, bool muted = false)
    {
        var waited = (int)Math.Min(_delay, part.Length);
        _delay -= waited;
        part = part[waited..];
        while (part.Length > 0 && IsPlaying)
        {
            var rest = _samples.Span[_position..];
            var count = Math.Min(rest.Length, part.Length);
            for (var i = 0; i < count && !muted; i++)
            {
                part[i] = (short)Math.Clamp(part[i] + rest[i], short.MinValue, short.MaxValue);
            }

            part = part[count..];
            _position += count;
            if (_loop && !IsPlaying)
            {
                _position = 0;
            }
        }
    }
}
