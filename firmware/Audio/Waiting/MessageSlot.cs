namespace Switchhook.Audio.Waiting;

/// <summary>
/// A place in the row of messages. The control loop may put a newer message in it as long as the media thread has not taken the one that
/// is there: whoever exchanges first has it, without a lock.
/// </summary>
internal sealed class MessageSlot(string? key, QueueMessage message)
{
    private QueueMessage? _waiting = message;

    /// <summary>What the message is about; null when nothing can replace it.</summary>
    public string? Key { get; } = key;

    /// <summary>The message that was put in last. Control loop only.</summary>
    public QueueMessage Last { get; private set; } = message;

    /// <summary>Takes the message out, to be said or dropped; null when it has been taken. Any thread.</summary>
    public QueueMessage? Take() => Interlocked.Exchange(ref _waiting, null);

    /// <summary>Puts a newer message in the place of the one that waits. Control loop only.</summary>
    /// <returns>False when that has begun.</returns>
    public bool TryReplace(QueueMessage newer)
    {
        if (Interlocked.CompareExchange(ref _waiting, newer, Last) != Last)
        {
            return false;
        }

        Last.Finish(toItsEnd: false);
        Last = newer;
        return true;
    }
}
