using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Calls.Loop;

/// <summary>
/// The one thread on which all call logic runs. It is a SynchronizationContext, so that <c>async</c> code started on it stays on it
/// and needs no lock.
/// </summary>
/// <remarks>
/// The daemon calls <see cref="Start"/>; a test leaves the thread out and calls <see cref="RunPending"/>, and so decides when work runs.
/// Continuations are never refused; work from outside (<see cref="InvokeAsync{T}"/>) is bounded by <see cref="MaxOutsideWork"/>.
/// </remarks>
public sealed class ControlLoop(TimeProvider time, Action<Exception> onFault) : SynchronizationContext, IDisposable
{
    /// <summary>Commands from web and API that may wait at once; more are refused.</summary>
    public const int MaxOutsideWork = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Work, object? State)> _queue = new();

    // Never disposed: what ends late, a file or a timer, may still post.
    private readonly AutoResetEvent _wake = new(false);
    private Thread? _thread;
    private volatile bool _stopping;
    private int _outsideWork;

    /// <summary>The clock of all call logic.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>True on the loop's own thread, or while a test runs the loop.</summary>
    public bool IsCurrent => ReferenceEquals(Current, this);

    /// <summary>Monotonic time since the clock's origin, the same that line events carry.</summary>
    public TimeSpan Now => Time.GetElapsedTime(0);

    /// <summary>Starts the loop's thread.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { Name = "control loop", IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        bool wasEmpty;
        lock (_gate)
        {
            wasEmpty = _queue.Count == 0;
            _queue.Enqueue((d, state));
        }

        // While something waits the thread is awake, or has been called.
        if (wasEmpty)
        {
            _wake.Set();
        }
    }

    /// <summary>Queues work; it runs after what is queued already.</summary>
    public void Post(Action work) => Post(static state => ((Action)state!)(), work);

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("The control loop is never waited for; use InvokeAsync.");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs a function on the loop for another thread.</summary>
    /// <exception cref="LoopBusyException">Too much work from outside waits already.</exception>
    public Task<T> InvokeAsync<T>(Func<T> work)
    {
        if (Interlocked.Increment(ref _outsideWork) > MaxOutsideWork)
        {
            Interlocked.Decrement(ref _outsideWork);
            return Task.FromException<T>(new LoopBusyException());
        }

        // Continuations of the caller must not run on the loop's thread.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => Complete(work, done));
        return done.Task;
    }

    /// <summary>Runs an action on the loop for another thread.</summary>
    /// <exception cref="LoopBusyException">Too much work from outside waits already.</exception>
    public Task InvokeAsync(Action work) => InvokeAsync(() =>
    {
        work();
        return true;
    });

    /// <summary>Runs an action on the loop after a delay; disposing what is returned on the loop takes it back for certain.</summary>
    public IDisposable Schedule(TimeSpan delay, Action work) => new ScheduledWork(this, delay, work);

    /// <summary>
    /// Starts a story (a flow, a dialog) on the loop. Its cancellation is its normal end; any other exception is reported as a fault.
    /// </summary>
    public void Launch(Func<Task> story) => Post(() => Watch(story()));

    /// <summary>
    /// Reports the fault of a story that runs already and that nobody awaits. Its cancellation is its normal end.
    /// </summary>
    public void Watch(Task story) => _ = ObserveAsync(story);

    /// <summary>
    /// Runs queued work on the calling thread until none is left. For tests, and for the last moments of a stopping daemon.
    /// </summary>
    public void RunPending()
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            while (TryTake(out var item))
            {
                RunOne(item.Work, item.State);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Ends the thread after the work that is queued now; what is posted later is never run.</summary>
    public void Dispose()
    {
        _stopping = true;
        _wake.Set();
        if (_thread is not null && !ReferenceEquals(_thread, Thread.CurrentThread))
        {
            _thread.Join(TimeSpan.FromSeconds(5));
        }
    }

    private void Run()
    {
        SetSynchronizationContext(this);
        while (true)
        {
            if (TryTake(out var item))
            {
                RunOne(item.Work, item.State);
            }
            else if (_stopping)
            {
                return;
            }
            else
            {
                _wake.WaitOne();
            }
        }
    }

    private bool TryTake(out (SendOrPostCallback Work, object? State) item)
    {
        lock (_gate)
        {
            return _queue.TryDequeue(out item);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One faulty call must not end the loop that serves the others.")]
    private void RunOne(SendOrPostCallback work, object? state)
    {
        try
        {
            work(state);
        }
        catch (Exception fault)
        {
            onFault(fault);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The fault goes to the caller of InvokeAsync.")]
    private void Complete<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        Interlocked.Decrement(ref _outsideWork);
        try
        {
            done.SetResult(work());
        }
        catch (Exception fault)
        {
            done.SetException(fault);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One faulty story must not end the loop that serves the others.")]
    private async Task ObserveAsync(Task story)
    {
        try
        {
            await story;
        }
        catch (OperationCanceledException)
        {
            // The caller is gone: how most stories end.
        }
        catch (Exception fault)
        {
            onFault(fault);
        }
    }

    private sealed class ScheduledWork : IDisposable
    {
        private readonly ControlLoop _loop;
        private readonly ITimer _timer;
        private Action? _work;

        public ScheduledWork(ControlLoop loop, TimeSpan delay, Action work)
        {
            _loop = loop;
            _work = work;
            _timer = loop.Time.CreateTimer(
                static state => ((ScheduledWork)state!).Due(), this, delay, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _work = null;
            _timer.Dispose();
        }

        private void Due() => _loop.Post(Fire);

        private void Fire()
        {
            var work = _work;
            Dispose();
            work?.Invoke();
        }
    }
}
