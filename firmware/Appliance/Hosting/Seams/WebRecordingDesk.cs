using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Calls.Loop;
using Switchhook.Web.Seams.Recordings;

namespace Switchhook.Appliance.Hosting.Seams;

/// <summary>Writes for the web who listens, and notes of calls.</summary>
internal sealed class WebRecordingDesk(ControlLoop loop, CallJournal journal, IJournalStore store) : IRecordingDesk
{
    public Task HeardAsync(CallId call, string recording, bool isSaved, string by) => loop.InvokeAsync(() => journal.Append(
        new RecordingHeard(call, recording, isSaved ? RecordingHeard.Saved : RecordingHeard.Played, by)));

    public Task<long> NoteAsync(CallId call, string note, string by) => loop.InvokeAsync(() =>
    {
        journal.Append(new CallNoted(call, note, by));
        return store.LastSeq;
    });
}
