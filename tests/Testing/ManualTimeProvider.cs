namespace Switchhook.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire in the order in which they are due, those due together in the order in
/// which they were set.
/// </summary>
/// <remarks>Timestamps count nanoseconds, unlike ticks, so that code which assumes a frequency fails here.</remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private const long NanosecondsPerTick = 100;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<ManualTimer, (long Due, long Order)> _due = new();
    private readonly DateTimeOffset _start;
    private long _elapsedTicks;
    private long _order;

    /// <summary>A clock that begins at a fixed moment: Monday 23 November 2026, 08:00 UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that begins at the given moment; its timestamps begin at 0.</summary>
    public ManualTimeProvider(DateTimeOffset start)
    {
        _start = start.ToUniversalTime();
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond * NanosecondsPerTick;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How far the clock has been moved; equal to <c>GetElapsedTime(0)</c>.</summary>
    public TimeSpan Elapsed => new(Volatile.Read(ref _elapsedTicks));

    /// <summary>When the next timer is due, on the scale of <see cref="Elapsed"/>; null without one.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (_gate)
            {
                return TryPeek_NeedsLock(out _, out var due) ? new TimeSpan(due) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _elapsedTicks) * NanosecondsPerTick;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and fires on the way each timer that becomes due, at its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var target = Elapsed + by;
        while (FireNext(target))
        {
        }

        MoveTo(target);
    }

    /// <summary>Moves the clock to the next timer that is due not later than <paramref name="limit"/>, and fires that one.</summary>
    /// <param name="limit">On the scale of <see cref="Elapsed"/>.</param>
    /// <returns>False, with the clock unmoved, when no timer is due by then.</returns>
    public bool FireNext(TimeSpan limit)
    {
        ManualTimer timer;
        lock (_gate)
        {
            if (!TryPeek_NeedsLock(out var next, out var due) || due > limit.Ticks)
            {
                return false;
            }

            _due.Dequeue();
            timer = next;
            _elapsedTicks = Math.Max(_elapsedTicks, due);
            timer.Renew_NeedsLock();
        }

        timer.Fire();
        return true;
    }

    /// <summary>Moves the clock forward without firing anything.</summary>
    /// <exception cref="InvalidOperationException">A timer would be passed over, or the clock would go back.</exception>
    public void MoveTo(TimeSpan elapsed)
    {
        lock (_gate)
        {
            if (elapsed.Ticks < _elapsedTicks)
            {
                throw new InvalidOperationException($"The clock stands at {Elapsed} and does not go back to {elapsed}.");
            }

            if (TryPeek_NeedsLock(out _, out var due) && due < elapsed.Ticks)
            {
                throw new InvalidOperationException($"A timer due at {new TimeSpan(due)} would be passed over on the way to {elapsed}.");
            }

            _elapsedTicks = elapsed.Ticks;
        }
    }

    private bool TryPeek_NeedsLock(out ManualTimer timer, out long due)
    {
        while (_due.TryPeek(out timer!, out var key))
        {
            if (timer.Order == key.Order)
            {
                due = key.Due;
                return true;
            }

            // Changed or disposed since it was queued.
            _due.Dequeue();
        }

        due = 0;
        return false;
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        private bool _disposed;

        /// <summary>Key of the queue entry that counts; 0 when none does.</summary>
        public long Order { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                if (_disposed)
                {
                    return false;
                }

                _period = period;
                Queue_NeedsLock(dueTime);
                return true;
            }
        }

        public void Renew_NeedsLock() => Queue_NeedsLock(_period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _period);

        public void Fire() => callback(state);

        public void Dispose() => End();

        public ValueTask DisposeAsync()
        {
            End();
            return ValueTask.CompletedTask;
        }

        private void End()
        {
            lock (clock._gate)
            {
                _disposed = true;
                Order = 0;
            }
        }

        private void Queue_NeedsLock(TimeSpan dueTime)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                Order = 0;
                return;
            }

            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
            Order = ++clock._order;
            clock._due.Enqueue(this, (clock._elapsedTicks + dueTime.Ticks, Order));
        }
    }
}
