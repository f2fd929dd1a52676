namespace Switchhook.Recording;

/// <summary>Limits of the recorder.</summary>
public sealed record RecorderOptions
{
    /// <summary>Most recordings at once; more are refused, and the call's journal tells it.</summary>
    public int MostAtOnce { get; init; } = 512;

    /// <summary>From one writing to the next: what a killed process can lose is about this.</summary>
    public TimeSpan WriteEvery { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>From one sync to the next. A power cut loses at most this, one <see cref="WriteEvery"/> and the time of a sync.</summary>
    public TimeSpan SyncEvery { get; init; } = TimeSpan.FromMilliseconds(450);

    /// <summary>A longer recording is ended.</summary>
    public TimeSpan LongestRecording { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Recordings end when the disk has less space than this, in bytes, so that the journal goes on.</summary>
    public long KeepFree { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// True in the daemon: files are written on a thread of their own. False under a fake clock: they are written in the clock's timer,
    /// so that a run replays exactly.
    /// </summary>
    public bool OwnThread { get; init; } = true;
}
