namespace Switchhook.Audio.Codecs;

/// <summary>Makes payload octets of one direction of a stream. For each codec of the box, one sample of 8 kHz becomes one octet.</summary>
/// <remarks>One thread at a time; allocates nothing.</remarks>
public interface IAudioEncoder : IDisposable
{
    /// <summary>Encodes samples that follow those of the call before.</summary>
    /// <param name="samples">Linear samples of 8 kHz.</param>
    /// <param name="octets">Gets as many octets as there are samples.</param>
    void Encode(ReadOnlySpan<short> samples, Span<byte> octets);
}
