namespace Switchhook.Hardware.Simulated.Handover;

/// <summary>
/// Hands work from any thread to the media thread, in order and without locks: a bounded ring in which each slot carries the number of the
/// turn it is free or full for (the scheme of D. Vyukov).
/// </summary>
internal sealed class CommandQueue
{
    private readonly Slot[] _slots;
    private readonly int _mask;
    private long _tail;
    private long _head;

    /// <summary>A queue of a power of two of slots.</summary>
    public CommandQueue(int capacity)
    {
        if (!System.Numerics.BitOperations.IsPow2(capacity))
        {
            throw new ArgumentException("The capacity must be a power of two.", nameof(capacity));
        }

        _slots = new Slot[capacity];
        _mask = capacity - 1;
        for (var i = 0; i < capacity; i++)
        {
            _slots[i].Turn = i;
        }
    }

    /// <summary>Adds work; any thread. The work is called with the number of the sample at which it takes effect.</summary>
    /// <exception cref="InvalidOperationException">The queue is full.</exception>
    public void Post(Action<long> work)
    {
        while (true)
        {
            var tail = Volatile.Read(ref _tail);
            ref var slot = ref _slots[tail & _mask];
            var turn = Volatile.Read(ref slot.Turn);
            if (turn == tail && Interlocked.CompareExchange(ref _tail, tail + 1, tail) == tail)
            {
                slot.Work = work;
                Volatile.Write(ref slot.Turn, tail + 1);
                return;
            }

            if (turn < tail)
            {
                throw new InvalidOperationException(
                    $"{_slots.Length} commands wait for the simulated card: its media clock stands still. Start the clock, or send less.");
            }
        }
    }

    /// <summary>Takes the oldest work; media thread only.</summary>
    public bool TryTake(out Action<long> work)
    {
        ref var slot = ref _slots[_head & _mask];
        if (Volatile.Read(ref slot.Turn) != _head + 1)
        {
            work = null!;
            return false;
        }

        work = slot.Work!;
        slot.Work = null;
        Volatile.Write(ref slot.Turn, _head + _slots.Length);
        _head++;
        return true;
    }

    private struct Slot
    {
        public long Turn;
        public Action<long>? Work;
    }
}
