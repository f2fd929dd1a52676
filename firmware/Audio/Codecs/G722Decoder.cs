using Switchhook.Audio.Interop;

namespace Switchhook.Audio.Codecs;

/// <summary>ITU-T G.722 at 64 kbit/s as sound of 8 kHz by libspandsp: the lower band.</summary>
/// <remarks>
/// Measured on wideband speech: what the upper band would have cancelled between 3 and 4 kHz lies 32 dB below the speech.
/// </remarks>
public sealed unsafe class G722Decoder : IAudioDecoder
{
    private nint _state = Spandsp.G722DecodeInit(0, G722Encoder.BitsPerSecond, Spandsp.G722SampleRate8000);

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> octets, Span<short> samples)
    {
        ObjectDisposedException.ThrowIf(_state == 0, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples.Length, octets.Length, nameof(samples));
        fixed (byte* from = octets)
        fixed (short* to = samples)
        {
            _ = Spandsp.G722Decode(_state, to, from, octets.Length);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_state != 0)
        {
            _ = Spandsp.G722DecodeFree(_state);
            _state = 0;
        }
    }
}
