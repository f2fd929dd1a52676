using System.Diagnostics.CodeAnalysis;
using Switchhook.Storage.Interop;

namespace Switchhook.Storage.Diagnostics;

/// <summary>Does long work on a thread of the lowest priority, so that calls go before it.</summary>
public static class QuietThread
{
    /// <summary>Runs it.</summary>
    /// <returns>Its result, or what it threw.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "The fault goes to whoever awaits the work.")]
    public static Task<T> RunAsync<T>(string name, Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            Niceness.Lower();
            try
            {
                done.SetResult(work());
            }
            catch (OperationCanceledException)
            {
                done.SetCanceled();
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return done.Task;
    }
}
