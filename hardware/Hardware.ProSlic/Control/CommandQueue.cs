using System.Collections.Concurrent;

namespace Switchhook.Hardware.ProSlic.Control;

/// <summary>Hands work from any thread to the control thread, in order; nobody waits.</summary>
internal sealed class CommandQueue : IDisposable
{
    /// <summary>Commands that may wait; more means that the control thread stands still.</summary>
    public const int Most = 1024;

    private readonly ConcurrentQueue<Action<TimeSpan>> _work = new();
    private readonly AutoResetEvent _wake = new(false);
    private volatile bool _closed;

    /// <summary>Adds work and wakes the control thread; any thread. The work is called with the time at which it is done.</summary>
    /// <exception cref="InvalidOperationException">The queue is full.</exception>
    public void Post(Action<TimeSpan> work)
    {
        if (_work.Count >= Most)
        {
            throw new InvalidOperationException(
                $"{Most} commands wait for the card: its control bus stands still. Check the SPI device, or send less.");
        }

        if (!_closed)
        {
            _work.Enqueue(work);
            Wake();
        }
    }

    /// <summary>Wakes the control thread; any thread.</summary>
    public void Wake()
    {
        if (!_closed)
        {
            _wake.Set();
        }
    }

    /// <summary>Takes the oldest work; control thread only.</summary>
    public bool TryTake(out Action<TimeSpan> work) => _work.TryDequeue(out work!);

    /// <summary>Waits until woken, or for a time.</summary>
    public void Wait(TimeSpan limit) => _wake.WaitOne(limit);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Ports outlive their card for a moment: what they are told then wakes nobody.
        _closed = true;
        _wake.Dispose();
    }
}
