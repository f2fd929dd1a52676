namespace Switchhook.Audio;

/// <summary>Sees both directions of a channel as they are played; the recorder is one.</summary>
/// <remarks>Called on the media thread in every tick while it is set; never blocks or allocates.</remarks>
public interface IAudioTap
{
    /// <summary>One frame of each direction, of equal length.</summary>
    /// <param name="said">What the party said.</param>
    /// <param name="heard">What the party heard: the bridge and what was played, without what was whispered to it.</param>
    void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard);
}
