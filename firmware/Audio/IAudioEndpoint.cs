namespace Switchhook.Audio;

/// <summary>A party's sound where it enters and leaves the box: an analog port, or an RTP stream.</summary>
/// <remarks>Called on the media thread once a tick, with frames of <c>LineAudio.BlockSamples</c>; never blocks or allocates.</remarks>
public interface IAudioEndpoint
{
    /// <summary>Fills <paramref name="frame"/> with what the party says.</summary>
    void ReadFrame(Span<short> frame);

    /// <summary>Plays <paramref name="frame"/> to the party. Called in every tick that the endpoint is connected.</summary>
    void WriteFrame(ReadOnlySpan<short> frame);
}
