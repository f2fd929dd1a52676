using Switchhook.Audio;

namespace Switchhook.Bench.Micro;

/// <summary>A party that talks without end: noise that swells like syllables, four times a second, made before it is measured.</summary>
internal sealed class Talk : IAudioEndpoint
{
    private static readonly short[] Sound = Make();

    private int _position;

    /// <summary>One frame of it.</summary>
    public static ReadOnlySpan<short> Frame => Sound.AsSpan(800, 160);

    public void ReadFrame(Span<short> frame)
    {
        Sound.AsSpan(_position, frame.Length).CopyTo(frame);
        _position = (_position + frame.Length) % Sound.Length;
    }

    public void WriteFrame(ReadOnlySpan<short> frame)
    {
        // Nobody listens.
    }

    private static short[] Make()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 16_000).Select(n =>
            (short)(random.Next(-6000, 6000) * Math.Abs(Math.Sin(Math.PI * 4 * n / 8000))))];
    }
}
