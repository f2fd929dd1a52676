namespace Switchhook.Audio.Engine;

/// <summary>A source that a channel plays, and who waits for its end.</summary>
internal sealed class Playing(IFrameSource source, PlayMode mode)
{
    private readonly TaskCompletionSource<bool> _done = new();
    private CancellationTokenRegistration _cancellation;

    public IFrameSource Source { get; } = source;

    public PlayMode Mode { get; } = mode;

    /// <summary>True when heard to its end.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Calls <paramref name="stop"/> when the token is cancelled before the end. Control loop only.</summary>
    public void StopWith(Action stop, CancellationToken cancel) => _cancellation = cancel.Register(stop);

    /// <summary>Ends the wait; the first call counts. Control loop only.</summary>
    public void Finish(bool toItsEnd)
    {
        _cancellation.Unregister();
        _done.TrySetResult(toItsEnd);
    }
}
