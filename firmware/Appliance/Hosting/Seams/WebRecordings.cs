using Switchhook.Calls.Live;
using Switchhook.Recording;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting.Seams;

/// <summary>Gives the web the sound of recordings.</summary>
internal sealed class WebRecordings(RecordingReader recordings) : IRecordingSounds
{
    public Task<RecordingSound?> OpenAsync(CallRecord call, CancellationToken cancellation) =>
        Task.FromResult(call.RecordingFile is { } file ? SoundOf(recordings.Open(file)) : null);

    public Task<RecordingSound?> OpenMessageAsync(string recording, CancellationToken cancellation) =>
        Task.FromResult(SoundOf(recordings.OpenById(recording)));

    private static RecordingSound? SoundOf(OpenedRecording? opened) =>
        opened is null ? null : new RecordingSound(opened.Wav, opened.ChangedAt);
}
