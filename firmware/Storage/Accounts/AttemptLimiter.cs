namespace Switchhook.Storage.Accounts;

/// <summary>
/// Slows down those who guess: after a few failures each further one doubles the wait. Counted for any key, such as an account or an
/// address. In memory and bounded; any thread.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="most">Most keys that are remembered; the one that failed longest ago is forgotten for a new one.</param>
public sealed class AttemptLimiter(TimeProvider time, int most = 10_000)
{
    /// <summary>Failures that cost no wait: people mistype.</summary>
    public const int Free = 5;

    /// <summary>The wait after the first failure that costs one; it doubles from there.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    /// <summary>No wait is longer: the owner of an account must not be kept out by somebody who guesses at it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Failures are forgotten after so long without another.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<Entry> _oldestFirst = new();

    /// <summary>How many keys are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Asks whether an attempt may be made now; does not count as one.</summary>
    /// <returns>How long to wait; null when an attempt may be made.</returns>
    public TimeSpan? Wait(string key)
    {
        lock (_gate)
        {
            Forget_NeedsLock();
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            var rest = WaitAfter(node.Value.Failures) - time.GetElapsedTime(node.Value.LastAt);
            return rest > TimeSpan.Zero ? rest : null;
        }
    }

    /// <summary>Counts an attempt that failed.</summary>
    public void Failed(string key)
    {
        lock (_gate)
        {
            Forget_NeedsLock();
            var failures = 1;
            if (_entries.Remove(key, out var node))
            {
                failures = node.Value.Failures + 1;
                _oldestFirst.Remove(node);
            }
            else if (_entries.Count >= most)
            {
                Remove_NeedsLock(_oldestFirst.First!);
            }

            _entries[key] = _oldestFirst.AddLast(new Entry(key, failures, time.GetTimestamp()));
        }
    }

    /// <summary>Forgets the failures after an attempt that succeeded.</summary>
    public void Succeeded(string key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                Remove_NeedsLock(node);
            }
        }
    }

    private static TimeSpan WaitAfter(int failures)
    {
        var costly = failures - Free;
        if (costly <= 0)
        {
            return TimeSpan.Zero;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(costly - 1, 20));
        return wait < LongestWait ? wait : LongestWait;
    }

    private void Forget_NeedsLock()
    {
        while (_oldestFirst.First is { } oldest && time.GetElapsedTime(oldest.Value.LastAt) >= Memory)
        {
            Remove_NeedsLock(oldest);
        }
    }

    private void Remove_NeedsLock(LinkedListNode<Entry> node)
    {
        _oldestFirst.Remove(node);
        _entries.Remove(node.Value.Key);
    }

    private readonly record struct Entry(string Key, int Failures, long LastAt);
}
