namespace Switchhook.Audio.Codecs;

/// <summary>Makes samples of the payload of one direction of a stream. For each codec of the box, one octet becomes one sample.</summary>
/// <remarks>One thread at a time; allocates nothing.</remarks>
public interface IAudioDecoder : IDisposable
{
    /// <summary>Decodes octets that follow those of the call before; any number of them.</summary>
    /// <param name="octets">Payload.</param>
    /// <param name="samples">Gets as many linear samples of 8 kHz as there are octets.</param>
    void Decode(ReadOnlySpan<byte> octets, Span<short> samples);
}
