using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Codecs;

/// <summary>PCMU or PCMA; no octet depends on another one.</summary>
public sealed class G711Decoder(CompandingLaw law) : IAudioDecoder
{
    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> octets, Span<short> samples) => G711.Decode(octets, samples, law);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Two tables, which all streams share.
    }
}
