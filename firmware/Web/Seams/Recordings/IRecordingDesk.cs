using Switchhook.Calls;

namespace Switchhook.Web.Seams.Recordings;

/// <summary>Keeps who was given the sound of a recording, and the notes of calls, in the journal.</summary>
public interface IRecordingDesk
{
    /// <summary>Somebody is given the sound. It is in the journal when this returns.</summary>
    /// <param name="call">The call.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="isSaved">True when it is saved as a file.</param>
    /// <param name="by">Who.</param>
    Task HeardAsync(CallId call, string recording, bool isSaved, string by);

    /// <summary>Writes a note, over the one before.</summary>
    /// <param name="call">The call.</param>
    /// <param name="note">The note; empty to remove it.</param>
    /// <param name="by">Who.</param>
    /// <returns>Number of the event, which is on disk soon.</returns>
    Task<long> NoteAsync(CallId call, string note, string by);
}
