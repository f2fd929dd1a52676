using Switchhook.Calls.Journal;
using Switchhook.Storage.Journal;

namespace Switchhook.Web.Events;

/// <summary>Lets any number of event streams wait for the next commit of the journal.</summary>
internal sealed class JournalWatch : IDisposable
{
    private readonly JournalStore _store;
    private readonly TimeProvider _time;
    private TaskCompletionSource _next = New();

    public JournalWatch(WebBackend backend)
    {
        _store = backend.Journal;
        _time = backend.Time;
        _store.Committed += OnCommitted;
    }

    /// <summary>Number of the last event on disk.</summary>
    public long Last => _store.LastCommitted;

    /// <summary>Waits until there is an event above a number.</summary>
    /// <returns>False when none came within the limit.</returns>
    public async Task<bool> WaitAsync(long after, TimeSpan limit, CancellationToken cancellation)
    {
        // First the promise, then the look: a commit between the two completes the promise.
        var next = Volatile.Read(ref _next).Task;
        if (Last > after)
        {
            return true;
        }

        try
        {
            await next.WaitAsync(limit, _time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose() => _store.Committed -= OnCommitted;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnCommitted(IReadOnlyList<JournalEvent> events) => Interlocked.Exchange(ref _next, New()).TrySetResult();
}
