namespace Switchhook.Audio;

/// <summary>Sound that the box makes itself: a prompt, a tone, digits, a caller-ID burst.</summary>
/// <remarks>Read on the media thread by one channel; never blocks or allocates. Not to be shared by two channels.</remarks>
public interface IFrameSource
{
    /// <summary>Fills <paramref name="frame"/>, and returns how many samples were written; fewer than asked means the end.</summary>
    int Read(Span<short> frame);
}
