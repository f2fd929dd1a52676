namespace Switchhook.Audio.Waiting;

/// <summary>What is said, and who waits for its end.</summary>
internal sealed class QueueMessage
{
    private readonly TaskCompletionSource<bool> _done = new();

    /// <param name="samples">8 kHz mono.</param>
    /// <param name="ended">Called on the control loop with this message when it was said to its end.</param>
    public QueueMessage(ReadOnlyMemory<short> samples, Action<QueueMessage> ended)
    {
        Samples = samples;
        ToldEnd = () => ended(this);
    }

    public ReadOnlyMemory<short> Samples { get; }

    /// <summary>What is posted to the control loop at the end: made beforehand, because the media thread allocates nothing.</summary>
    public Action ToldEnd { get; }

    /// <summary>True when said to its end.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Ends the wait; the first call counts. Control loop only.</summary>
    public void Finish(bool toItsEnd) => _done.TrySetResult(toItsEnd);
}
