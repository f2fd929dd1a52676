using Switchhook.Calls;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Web.Seams.Recordings;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Writes into the journal of the fake box, as the box does.</summary>
internal sealed class FakeRecordingDesk(FakeBox box) : IRecordingDesk
{
    public Task HeardAsync(CallId call, string recording, bool isSaved, string by)
    {
        box.Write(new RecordingHeard(call, recording, isSaved ? RecordingHeard.Saved : RecordingHeard.Played, by));
        return Task.CompletedTask;
    }

    public Task<long> NoteAsync(CallId call, string note, string by)
    {
        box.Write(new CallNoted(call, note, by));
        return Task.FromResult(box.Store.LastSeq);
    }
}
