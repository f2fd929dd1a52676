using Switchhook.Calls.Loop;

namespace Switchhook.Testing;

/// <summary>
/// Owns a control loop without a thread and the clock under it, and is the one thing in a test that moves time: it drains the loop, steps
/// to the next timer or media tick, fires it, and drains again.
/// </summary>
/// <remarks>A fault that the loop reports fails the test at the place where it came up.</remarks>
public sealed class LoopDriver : IDisposable
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(20);

    private readonly List<Exception> _faults = [];
    private Action? _mediaTick;
    private TimeSpan _nextTick;

    /// <summary>A loop over a clock of its own.</summary>
    public LoopDriver()
        : this(new ManualTimeProvider())
    {
    }

    /// <summary>A loop over the given clock.</summary>
    public LoopDriver(ManualTimeProvider time)
    {
        Time = time;
        Loop = new ControlLoop(time, _faults.Add);
    }

    /// <summary>The clock.</summary>
    public ManualTimeProvider Time { get; }

    /// <summary>The loop.</summary>
    public ControlLoop Loop { get; }

    /// <summary>True in a test that expects faults and looks at <see cref="Faults"/>; otherwise a fault fails the test.</summary>
    public bool ExpectsFaults { get; init; }

    /// <summary>What the loop reported.</summary>
    public IReadOnlyList<Exception> Faults => _faults;

    /// <summary>
    /// Called every 20 ms of the clock, first 20 ms after it is set, before timers that are due at the same moment; outside the loop, as
    /// the media thread is. Null, the start, costs nothing.
    /// </summary>
    public Action? MediaTick
    {
        get => _mediaTick;
        set
        {
            _mediaTick = value;
            _nextTick = Time.Elapsed + TickPeriod;
        }
    }

    /// <summary>Runs what is queued on the loop now, without moving the clock.</summary>
    public void Drain() => Outside(Loop.RunPending);

    /// <summary>Does something on the loop, and runs what follows from it now.</summary>
    public void Do(Action work)
    {
        Loop.Post(work);
        Drain();
    }

    /// <summary>Asks for something on the loop, and runs what follows from it now.</summary>
    public T Do<T>(Func<T> work)
    {
        T result = default!;
        Do(() => { result = work(); });
        return result;
    }

    /// <summary>Moves the clock; everything that is due on the way happens at its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var target = Time.Elapsed + by;
        Drain();
        while (Step(target))
        {
        }

        Time.MoveTo(target);
    }

    /// <summary>Moves the clock step by step until something is true; the clock stands at the moment when it became true.</summary>
    /// <exception cref="TimeoutException">It was not true within the limit.</exception>
    public void AdvanceUntil(Func<bool> condition, TimeSpan limit, string? what = null)
    {
        var target = Time.Elapsed + limit;
        Drain();
        while (!condition())
        {
            if (!Step(target))
            {
                throw new TimeoutException($"{what ?? "What the test waits for"} did not happen within {limit.TotalSeconds:0.###} s.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Loop.Dispose();

    private bool Step(TimeSpan target)
    {
        if (_mediaTick is not null && _nextTick <= target && _nextTick <= (Time.NextDue ?? TimeSpan.MaxValue))
        {
            Time.MoveTo(_nextTick);
            _nextTick += TickPeriod;
            Outside(_mediaTick);
        }
        else
        {
            var fired = false;
            Outside(() => { fired = Time.FireNext(target); });
            if (!fired)
            {
                return false;
            }
        }

        Drain();
        return true;
    }

    // Not on the loop, and not in a context of the test runner either: what the work continues goes to the loop or runs here and now.
    private void Outside(Action work)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            work();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        if (_faults.Count > 0 && !ExpectsFaults)
        {
            throw new InvalidOperationException($"The control loop reported a fault: {_faults[0].Message}", _faults[0]);
        }
    }
}
