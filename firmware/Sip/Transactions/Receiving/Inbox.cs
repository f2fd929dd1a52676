using System.Collections.Concurrent;
using Switchhook.Calls.Loop;

namespace Switchhook.Sip.Transactions.Receiving;

/// <summary>Hands things from the wire's threads to the control loop, and drops what the loop cannot keep up with.</summary>
/// <typeparam name="T">The things.</typeparam>
/// <param name="loop">Where they are taken.</param>
/// <param name="bound">How many may wait.</param>
/// <param name="take">Takes one, on the loop.</param>
internal sealed class Inbox<T>(ControlLoop loop, int bound, Action<T> take)
{
    // Others have their turn on the loop between two batches.
    private const int Batch = 64;

    private readonly ConcurrentQueue<T> _waiting = new();
    private int _count;
    private int _isScheduled;
    private long _dropped;

    /// <summary>How many were dropped since the start.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Puts one in; false when it is full and the thing is dropped. Any thread.</summary>
    public bool TryPost(T item)
    {
        if (Interlocked.Increment(ref _count) > bound)
        {
            Interlocked.Decrement(ref _count);
            Interlocked.Increment(ref _dropped);
            return false;
        }

        _waiting.Enqueue(item);
        Schedule();
        return true;
    }

    private void Schedule()
    {
        if (Interlocked.Exchange(ref _isScheduled, 1) == 0)
        {
            loop.Post(static state => ((Inbox<T>)state!).TakeBatch(), this);
        }
    }

    private void TakeBatch()
    {
        Interlocked.Exchange(ref _isScheduled, 0);
        try
        {
            for (var i = 0; i < Batch && _waiting.TryDequeue(out var item); i++)
            {
                Interlocked.Decrement(ref _count);
                take(item);
            }
        }
        finally
        {
            if (!_waiting.IsEmpty)
            {
                Schedule();
            }
        }
    }
}
