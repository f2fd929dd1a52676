namespace Switchhook.Recording;

/// <summary>What became of a recording.</summary>
/// <param name="Length">Length of the sound in the file; zero when there is no file.</param>
/// <param name="Why">One or two plain sentences, for the journal: how it ended, and what is missing in it.</param>
public sealed record RecordingResult(TimeSpan Length, string Why)
{
    /// <summary>True when it ended before it was stopped: the disk took no more of it.</summary>
    public bool IsCutOff { get; init; }
}
