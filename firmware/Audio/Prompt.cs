namespace Switchhook.Audio;

/// <summary>A spoken text or music, ready to play: 8 kHz mono.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Samples">Linear 16-bit samples.</param>
public sealed record Prompt(string Name, ReadOnlyMemory<short> Samples)
{
    /// <summary>A source that plays the prompt from its beginning.</summary>
    public IFrameSource Open() => new PromptSource(Samples);

    /// <summary>A source that plays the prompt again and again, without end; nothing of a prompt without samples.</summary>
    public IFrameSource Loop() => new LoopSource(Samples);
}
