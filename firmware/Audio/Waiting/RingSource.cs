using Switchhook.Audio.Tones;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>A listener of sound that comes in; silence when it fails, the hold signal when it stays away. Softly in each change.</summary>
/// <remarks>The clocks of a sound card and of the lines differ a little: when the lead is used up, 100 ms are silent.</remarks>
internal sealed class RingSource(SoundRing ring, double gain) : IFrameSource
{
    /// <summary>It begins so far behind: 100 ms, because the writer comes when the system lets it.</summary>
    private const int Lead = LineAudio.SampleRate / 10;

    /// <summary>After so much silence the hold signal tells that the call is still there: 1 s.</summary>
    private const int LongestSilence = LineAudio.SampleRate;

    private readonly HoldSignal _signal = new();
    private long _position;
    private bool _isFlowing;
    private int _silent;

    public int Read(Span<short> frame)
    {
        var lag = ring.Written - _position;
        if (_isFlowing)
        {
            // The last that is there is faded out; then it waits for a new lead.
            var isLast = lag < 2 * frame.Length || lag > SoundRing.MostLag;
            Take(frame, Math.Min(frame.Length, (int)Math.Min(lag, frame.Length)), from: 1, to: isLast ? 0 : 1);
            _isFlowing = !isLast;
            _silent = 0;
            return frame.Length;
        }

        if (lag >= Lead && ring.Written >= Lead)
        {
            _position = ring.Written - Lead;
            _isFlowing = true;
            Take(frame, frame.Length, from: 0, to: 1);
            return frame.Length;
        }

        if (_silent < LongestSilence)
        {
            _silent += frame.Length;
            frame.Clear();
            return frame.Length;
        }

        return _signal.Read(frame);
    }

    private void Take(Span<short> frame, int count, double from, double to)
    {
        ring.Copy(_position, frame[..count]);
        frame[count..].Clear();
        _position += count;
        for (var i = 0; i < count; i++)
        {
            var fade = from + ((to - from) * i / count);
            frame[i] = (short)Math.Clamp(frame[i] * gain * fade, short.MinValue, short.MaxValue);
        }
    }
}
