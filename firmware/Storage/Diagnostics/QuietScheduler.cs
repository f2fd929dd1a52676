using System.Diagnostics.CodeAnalysis;
using Switchhook.Storage.Interop;

namespace Switchhook.Storage.Diagnostics;

/// <summary>
/// Runs work that waits in between on one thread that gives way to all others, also what comes after its waits: long work beside calls,
/// whose sound comes first. The thread ends with the work.
/// </summary>
public sealed class QuietScheduler : TaskScheduler
{
    private readonly Queue<Task> _tasks = new();
    private readonly Thread _thread;
    private bool _isOver;

    private QuietScheduler(string name)
    {
        _thread = new Thread(Serve) { Name = name, IsBackground = true };
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs it.</summary>
    /// <param name="name">Name of the thread.</param>
    /// <param name="work">The work; what it awaits goes on here unless it asks for another place.</param>
    public static async Task RunAsync(string name, Func<Task> work)
    {
        var quiet = new QuietScheduler(name);
        quiet._thread.Start();
        try
        {
            await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, quiet).Unwrap();
        }
        finally
        {
            quiet.End();
        }
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (_tasks)
        {
            if (!_isOver)
            {
                _tasks.Enqueue(task);
                Monitor.Pulse(_tasks);
                return;
            }
        }

        // Something that the work has left behind.
        ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Thread.CurrentThread == _thread && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_tasks)
        {
            return [.. _tasks];
        }
    }

    private void End()
    {
        lock (_tasks)
        {
            _isOver = true;
            Monitor.Pulse(_tasks);
        }
    }

    private void Serve()
    {
        Niceness.Lower();
        while (TryTake(out var task))
        {
            TryExecuteTask(task);
        }
    }

    private bool TryTake([NotNullWhen(true)] out Task? task)
    {
        lock (_tasks)
        {
            while (_tasks.Count == 0 && !_isOver)
            {
                Monitor.Wait(_tasks);
            }

            return _tasks.TryDequeue(out task);
        }
    }
}
