using Switchhook.Calls.Live;

namespace Switchhook.Web.Seams;

/// <summary>The sound of recordings.</summary>
public interface IRecordingSounds
{
    /// <summary>Opens the sound of a call's recording as a WAV file that a browser plays, also while it is still being written.</summary>
    /// <param name="call">A call with <see cref="CallRecord.RecordingFile"/>.</param>
    /// <param name="cancellation">The reader has gone.</param>
    /// <returns>A seekable stream, which the web disposes; null when the file is not there.</returns>
    Task<RecordingSound?> OpenAsync(CallRecord call, CancellationToken cancellation);

    /// <summary>Opens the sound of a message, in the same way.</summary>
    /// <param name="recording">Of a message that a visit has.</param>
    /// <param name="cancellation">The reader has gone.</param>
    Task<RecordingSound?> OpenMessageAsync(string recording, CancellationToken cancellation);
}

/// <summary>An opened recording.</summary>
/// <param name="Wav">Seekable, at its beginning; its length stays as it is while it is read.</param>
/// <param name="ChangedAt">When the file was last written.</param>
public sealed record RecordingSound(Stream Wav, DateTimeOffset ChangedAt);
