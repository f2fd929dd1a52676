using Switchhook.Calls.Journal;

namespace Switchhook.Storage.Journal;

/// <summary>
/// Events that wait for the disk, up to a bound. Over it the least needed go first: what belongs to no call, then the steps of calls,
/// and only then the oldest entry of a call's life.
/// </summary>
/// <remarks>Not thread-safe: the store locks around it.</remarks>
internal sealed class PendingEvents(int most)
{
    private readonly Queue<JournalEvent>[] _byNeed = [new(), new(), new()];

    public int Count { get; private set; }

    public void Add(JournalEvent journalEvent, out JournalEvent? dropped)
    {
        dropped = null;
        if (Count >= most && _byNeed.FirstOrDefault(queue => queue.Count > 0) is { } least)
        {
            dropped = least.Dequeue();
            Count--;
        }

        _byNeed[NeedOf(journalEvent.Entry)].Enqueue(journalEvent);
        Count++;
    }

    /// <summary>Takes the oldest events in the order of their numbers.</summary>
    public List<JournalEvent> Take(int limit)
    {
        var taken = new List<JournalEvent>(Math.Min(limit, Count));
        while (taken.Count < limit && Count > 0)
        {
            taken.Add(Oldest().Dequeue());
            Count--;
        }

        return taken;
    }

    private Queue<JournalEvent> Oldest()
    {
        var oldest = _byNeed[0];
        foreach (var queue in _byNeed)
        {
            if (queue.Count > 0 && (oldest.Count == 0 || queue.Peek().Seq < oldest.Peek().Seq))
            {
                oldest = queue;
            }
        }

        return oldest;
    }

    private static int NeedOf(JournalEntry entry) => entry switch
    {
        StepTaken => 1,
        CallEntry => 2,
        _ => 0,
    };
}
