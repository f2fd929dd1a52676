using Switchhook.Calls.Loop;

namespace Switchhook.Sip.Transactions.Timing;

/// <summary>
/// Watches tens of thousands of deadlines with one timer. On the control loop; a deadline fires at its own moment or up to <see
/// cref="Grain"/> later, those of one moment in the order in which they were set.
/// </summary>
/// <remarks>
/// A binary heap in which each deadline knows its place: most are taken back long before their time, and must leave nothing behind.
/// </remarks>
internal sealed class DeadlineQueue(ControlLoop loop) : IDisposable
{
    /// <summary>
    /// When there are thousands of deadlines one is due each millisecond, and to wake two threads for each of them costs far more than what
    /// they do: those that follow a firing so closely are fired together.
    /// </summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(10);

    private readonly List<Deadline> _heap = [];
    private IDisposable? _timer;
    private TimeSpan _timerAt;
    private TimeSpan _firedAt = TimeSpan.MinValue;
    private long _order;
    private bool _isFiring;

    /// <summary>The loop's clock.</summary>
    public TimeSpan Now => loop.Now;

    /// <summary>Deadlines that wait now.</summary>
    public int Count => _heap.Count;

    /// <summary>Nothing fires any more.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        _heap.Clear();
    }

    internal void Set(Deadline deadline, TimeSpan at)
    {
        (deadline.Moment, deadline.Order) = (at, ++_order);
        if (deadline.Place < 0)
        {
            deadline.Place = _heap.Count;
            _heap.Add(deadline);
        }

        Settle(deadline);
        Arm();
    }

    internal void Clear(Deadline deadline)
    {
        var place = deadline.Place;
        if (place < 0)
        {
            return;
        }

        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        deadline.Place = -1;
        if (last != deadline)
        {
            Put(last, place);
            Settle(last);
        }
    }

    private static bool IsBefore(Deadline one, Deadline other) =>
        one.Moment < other.Moment || (one.Moment == other.Moment && one.Order < other.Order);

    // A timer that is too early looks, finds nothing, and is set anew: that is cheaper than to move it each time.
    private void Arm()
    {
        if (_isFiring || _heap.Count == 0)
        {
            return;
        }

        var earliest = _firedAt == TimeSpan.MinValue ? TimeSpan.Zero : _firedAt + Grain;
        var at = _heap[0].Moment > earliest ? _heap[0].Moment : earliest;
        if (_timer is not null && _timerAt <= at)
        {
            return;
        }

        _timer?.Dispose();
        _timerAt = at;

        // Timers count whole milliseconds and drop the rest.
        var delay = Math.Ceiling((_timerAt - loop.Now).TotalMilliseconds);
        _timer = loop.Schedule(TimeSpan.FromMilliseconds(Math.Max(0, delay)), FireDue);
    }

    private void FireDue()
    {
        _timer = null;
        _isFiring = true;
        var now = _firedAt = loop.Now;
        try
        {
            while (_heap.Count > 0 && _heap[0].Moment <= now)
            {
                var deadline = _heap[0];
                Clear(deadline);
                deadline.Fire();
            }
        }
        finally
        {
            _isFiring = false;
            Arm();
        }
    }

    private void Settle(Deadline deadline)
    {
        var place = deadline.Place;
        while (place > 0 && IsBefore(deadline, _heap[(place - 1) / 2]))
        {
            Put(_heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        while ((place * 2) + 1 < _heap.Count)
        {
            var child = (place * 2) + 1;
            child += child + 1 < _heap.Count && IsBefore(_heap[child + 1], _heap[child]) ? 1 : 0;
            if (!IsBefore(_heap[child], deadline))
            {
                break;
            }

            Put(_heap[child], place);
            place = child;
        }

        Put(deadline, place);
    }

    private void Put(Deadline deadline, int place)
    {
        _heap[place] = deadline;
        deadline.Place = place;
    }
}
