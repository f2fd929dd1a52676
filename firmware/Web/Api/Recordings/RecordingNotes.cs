using Switchhook.Calls.Journal.Recordings;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Recordings.Models;
using Switchhook.Web.Events;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Api.Recordings;

/// <summary>Writes notes of calls, and tells who has listened to them.</summary>
internal sealed class RecordingNotes(WebBackend backend, JournalWatch watch)
{
    /// <summary>Longest note, in characters.</summary>
    public const int Most = CallNoted.MostLetters;

    // What is answered as written is read again at once; a disk in trouble does not hold the answer up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Who was given the sound of a call's recording, in order.</summary>
    public static IReadOnlyList<HeardModel> HeardOf(CallRecord call, Stores stores) =>
    [
        .. stores.Calls.Journal(call.Id)
            .Select(one => one.Entry is RecordingHeard heard && heard.Recording == call.Recording
                ? new HeardModel(one.At, heard.By, heard.How == RecordingHeard.Saved)
                : null)
            .OfType<HeardModel>(),
    ];

    /// <summary>Writes a note, over the one before.</summary>
    /// <returns>What is wrong; null when it is written.</returns>
    public async Task<ApiMistake?> WriteAsync(CallRecord call, string? text, string by, CancellationToken cancellation)
    {
        var note = (text ?? "").ReplaceLineEndings("\n").Trim();
        if (note.Length > Most)
        {
            return new ApiMistake("note", "The note is too long.", $"Write at most {Most} characters.");
        }

        if (note.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t')))
        {
            return new ApiMistake("note", "The note holds signs that are no text.", "Write letters, digits and line breaks only.");
        }

        if (note == (call.Note ?? ""))
        {
            return null;
        }

        var seq = await backend.RecordingDesk.NoteAsync(call.Id, note, by);
        while (watch.Last < seq && await watch.WaitAsync(watch.Last, Patience, cancellation))
        {
        }

        return null;
    }
}
