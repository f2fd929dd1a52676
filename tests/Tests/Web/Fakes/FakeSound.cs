using Switchhook.Calls.Live;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Sound of recordings: the same bytes for every call, unless it was deleted.</summary>
internal sealed class FakeRecordings : IRecordingSounds
{
    public byte[]? Wav { get; set; } = [.. Enumerable.Range(0, 1000).Select(value => (byte)value)];

    public Task<RecordingSound?> OpenAsync(CallRecord call, CancellationToken cancellation) =>
        Task.FromResult(call.RecordingFile is null ? null : Open());

    public Task<RecordingSound?> OpenMessageAsync(string recording, CancellationToken cancellation) => Task.FromResult(Open());

    private RecordingSound? Open() =>
        Wav is null ? null : new RecordingSound(new MemoryStream(Wav), new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
}

/// <summary>A clock that ticks until a test stops it.</summary>
internal sealed class FakeAudio : IAudioHealth
{
    public bool IsTicking { get; set; } = true;
}
