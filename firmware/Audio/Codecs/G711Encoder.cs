using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Codecs;

/// <summary>PCMU or PCMA; no sample depends on another one.</summary>
public sealed class G711Encoder(CompandingLaw law) : IAudioEncoder
{
    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, Span<byte> octets) => G711.Encode(samples, octets, law);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Two tables, which all streams share.
    }
}
