using Switchhook.Sip.Transactions.Machines;

namespace Switchhook.Sip.Transactions.Timing;

/// <summary>
/// Sends again and again what the other side must confirm end to end, whatever carries it: 2xx to INVITE (RFC 3261 §13.3.1.4) and reliable
/// provisional responses (RFC 3262 §3). On the control loop.
/// </summary>
internal sealed class Repeater
{
    private readonly DeadlineQueue _queue;
    private readonly TransactionTimes _times;
    private readonly Deadline _deadline;
    private readonly bool _isUpToT2;
    private Action? _send;
    private Action? _giveUp;
    private TimeSpan _endAt;
    private TimeSpan _interval;

    /// <summary>A repeater at rest.</summary>
    /// <param name="queue">Watches its deadlines.</param>
    /// <param name="times">T1, T2 and the limit.</param>
    /// <param name="isUpToT2">Intervals grow up to T2, as those of 2xx do; otherwise without end.</param>
    public Repeater(DeadlineQueue queue, TransactionTimes times, bool isUpToT2)
    {
        _isUpToT2 = isUpToT2;
        _queue = queue;
        _times = times;
        _deadline = new Deadline(queue, OnDue);
    }

    /// <summary>Something waits for its confirmation.</summary>
    public bool IsRunning => _send is not null;

    /// <summary>After the first sending: sends with doubling intervals, until <see cref="Stop"/> or until 64·T1 have passed.</summary>
    /// <param name="send">Sends it once.</param>
    /// <param name="giveUp">Nobody has confirmed it.</param>
    public void Start(Action send, Action giveUp)
    {
        (_send, _giveUp) = (send, giveUp);
        _endAt = _queue.Now + _times.Limit;
        _interval = _times.T1;
        _deadline.SetIn(_interval);
    }

    /// <summary>It is confirmed, or of no use any more.</summary>
    public void Stop()
    {
        (_send, _giveUp) = (null, null);
        _deadline.Clear();
    }

    private void OnDue()
    {
        if (_queue.Now >= _endAt)
        {
            var giveUp = _giveUp;
            Stop();
            giveUp?.Invoke();
            return;
        }

        _interval = _isUpToT2 ? _times.AfterInterval(_interval) : _interval * 2;
        var next = _queue.Now + _interval;
        _deadline.Set(next < _endAt ? next : _endAt);
        _send?.Invoke();
    }
}
