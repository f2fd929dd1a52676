using Switchhook.Calls.Live;
using Switchhook.Recording;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting;

/// <summary>Gives the web the sound of recordings.</summary>
internal sealed class WebRecordings(RecordingReader recordings) : IRecordingSounds
{
    public Task<RecordingSound?> OpenAsync(CallRecord call, CancellationToken cancellation) => Task.FromResult(
        call.RecordingFile is { } file && recordings.Open(file) is { } opened
            ? new RecordingSound(opened.Wav, opened.ChangedAt)
            : null);
}
