using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Detecting;

/// <summary>
/// Keeps the keys that a party presses out of its sound, which comes later by <see cref="DelayFrames"/>, and tells its keys from the
/// echo of those that it hears.
/// </summary>
/// <remarks>Media thread.</remarks>
internal sealed class KeyFilter : IDisposable
{
    /// <summary>
    /// The receiver is sure of a key after two of its blocks of 102 samples, which begin anywhere: 26 to 38 ms after the key is pressed,
    /// up to two frames after the one that it is pressed in. One more is for a key that begins weakly.
    /// </summary>
    public const int DelayFrames = 3;

    /// <summary>A tick more than it takes to be sure of a key that is heard, since its echo may be told before it.</summary>
    private const int TicksBeforeTold = 2;

    /// <summary>The longest way of an echo, through a hands-free telephone and the packets of both directions: 400 ms.</summary>
    private const int EchoTicks = 20;

    private readonly DtmfDetector _detector = new();
    private readonly DtmfDetector _heard = new();
    private readonly short[] _late = new short[DelayFrames * LineAudio.BlockSamples];
    private int _next;
    private char _held;
    private int _ticksHeld;
    private char _heardKey;
    private int _ticksSinceHeard = EchoTicks;

    /// <summary>Takes a frame of what the party says, and puts that of 60 ms before in its place, silent where a key was pressed.</summary>
    public void Process(Span<short> said)
    {
        var wasDown = _detector.IsDown;
        var isPressed = _detector.TryHear(said, out _);
        if (isPressed)
        {
            _late.AsSpan().Clear();
        }

        if (isPressed || wasDown || _detector.IsDown)
        {
            said.Clear();
        }

        var slot = _late.AsSpan(_next * LineAudio.BlockSamples, LineAudio.BlockSamples);
        for (var i = 0; i < slot.Length; i++)
        {
            (said[i], slot[i]) = (slot[i], said[i]);
        }

        _next = (_next + 1) % DelayFrames;
    }

    /// <summary>A detector has told a key of the party; it waits until it is clear whether it is an echo.</summary>
    public void Hold(char key) => (_held, _ticksHeld) = (key, 0);

    /// <summary>Hears what the party hears in this tick; true when the key that was held is the party's own.</summary>
    public bool TryTell(ReadOnlySpan<short> heard, out char key)
    {
        if (_heard.TryHear(heard, out var other))
        {
            _heardKey = other;
        }

        _ticksSinceHeard = _heard.IsDown || other != '\0' ? 0 : Math.Min(_ticksSinceHeard + 1, EchoTicks);
        key = _held;
        if (_held == '\0' || ++_ticksHeld < TicksBeforeTold)
        {
            return false;
        }

        _held = '\0';
        return key != _heardKey || _ticksSinceHeard == EchoTicks;
    }

    public void Dispose()
    {
        _detector.Dispose();
        _heard.Dispose();
    }
}
