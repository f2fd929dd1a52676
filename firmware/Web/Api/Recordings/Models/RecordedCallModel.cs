using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Api.Recordings.Models;

/// <summary>A recording with what tells it from others.</summary>
/// <param name="Id">The recording.</param>
/// <param name="Call">The call that it belongs to.</param>
/// <param name="StartedAt">When the call started, UTC.</param>
/// <param name="Seconds">Its length; null while it is being written.</param>
/// <param name="Audio">Address of its sound, a WAV file with two channels; with <c>?save=yes</c> as a file to keep.</param>
/// <param name="Direction">Into, out of, or within the house.</param>
/// <param name="From">The line or phone that the call came from.</param>
/// <param name="Number">The caller's number, or the one that the phone dialled; null when unknown.</param>
/// <param name="Name">The caller's name; null when unknown.</param>
/// <param name="AnsweredBy">Who answered first.</param>
/// <param name="Queues">The queues that it was in, in order.</param>
/// <param name="Agents">The agents who had it from them, in order.</param>
/// <param name="Note">What was noted of it; null when nothing.</param>
public sealed record RecordedCallModel(
    string Id,
    CallId Call,
    DateTimeOffset StartedAt,
    double? Seconds,
    string Audio,
    CallDirection Direction,
    PartyModel From,
    string? Number,
    string? Name,
    PartyModel? AnsweredBy,
    IReadOnlyList<string> Queues,
    IReadOnlyList<string> Agents,
    string? Note)
{
    /// <summary>A call with a recording.</summary>
    /// <exception cref="ArgumentException">The call has none.</exception>
    internal static RecordedCallModel Of(CallRecord call, Stores stores)
    {
        var id = call.Recording ?? throw new ArgumentException("This call was not recorded.", nameof(call));
        var visits = stores.Facts.VisitsOf(call.Id);
        return new RecordedCallModel(
            id,
            call.Id,
            call.StartedAt,
            call.RecordingLength?.TotalSeconds,
            RecordingModel.AudioOf(id),
            call.Direction,
            PartyModel.Of(call.From),
            call.Direction == CallDirection.Inbound ? call.CallerNumber : call.Dialled,
            call.CallerName,
            call.AnsweredBy is { } by ? PartyModel.Of(by) : null,
            [.. visits.Select(visit => visit.Queue).Distinct(StringComparer.Ordinal)],
            [.. visits.Where(visit => visit.AnsweredAt is not null).Select(visit => visit.Agent).OfType<string>().Distinct()],
            call.Note);
    }
}

/// <summary>What somebody noted of a call.</summary>
/// <param name="Note">The whole note, at most 2000 characters; empty removes it.</param>
internal sealed record NoteModel(string Note);

/// <summary>Somebody was given the sound of a recording.</summary>
/// <param name="At">When, UTC; what the same person asked for within ten minutes is told once.</param>
/// <param name="By">Who.</param>
/// <param name="Saved">True when it was saved as a file.</param>
public sealed record HeardModel(DateTimeOffset At, string By, bool Saved);

/// <summary>How loud a recording is along its time, 0 to 1: a picture of it.</summary>
/// <param name="Left">What the outer party said, in pieces of equal length.</param>
/// <param name="Right">What it heard.</param>
internal sealed record PeaksModel(IReadOnlyList<float> Left, IReadOnlyList<float> Right);
