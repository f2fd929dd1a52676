namespace Switchhook.Sip.Transactions.Timing;

/// <summary>One moment at which something is due, of many that a <see cref="DeadlineQueue"/> watches. On the control loop.</summary>
internal sealed class Deadline(DeadlineQueue queue, Action due)
{
    /// <summary>The moment, on the loop's clock; null without one.</summary>
    public TimeSpan? At => Place < 0 ? null : Moment;

    /// <summary>The moment, while <see cref="Place"/> says that there is one.</summary>
    internal TimeSpan Moment { get; set; }

    /// <summary>Tells those of one moment apart: in the order in which they were set.</summary>
    internal long Order { get; set; }

    /// <summary>Where it stands in the queue; -1 when it does not.</summary>
    internal int Place { get; set; } = -1;

    /// <summary>Sets the moment anew, or takes it back.</summary>
    public void Set(TimeSpan? at)
    {
        if (at is { } moment)
        {
            queue.Set(this, moment);
        }
        else
        {
            Clear();
        }
    }

    /// <summary>Sets the moment anew, from now on.</summary>
    public void SetIn(TimeSpan delay) => queue.Set(this, queue.Now + delay);

    /// <summary>Takes the moment back; the queue keeps nothing of it.</summary>
    public void Clear() => queue.Clear(this);

    internal void Fire() => due();
}
