namespace Switchhook.Recording;

/// <summary>A recording that is open for playing; whoever opened it disposes the stream.</summary>
/// <param name="Wav">Seekable, at its beginning.</param>
/// <param name="Length">Length of its sound.</param>
/// <param name="ChangedAt">When the file was last written, UTC.</param>
public sealed record OpenedRecording(Stream Wav, TimeSpan Length, DateTimeOffset ChangedAt);
