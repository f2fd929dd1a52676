namespace Switchhook.Web.Advice;

/// <summary>
/// Does work that keeps a core busy for seconds: one at a time, on a thread of its own, and no longer than a minute. The threads of
/// calls, sound and requests stay free.
/// </summary>
internal sealed class LongCalculation(TimeProvider time)
{
    /// <summary>It is broken off after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private int _running;

    /// <summary>Does the work.</summary>
    /// <param name="work">Heeds the token.</param>
    /// <param name="asker">The asker has gone.</param>
    /// <exception cref="CalculationRefusedException">Another is going on, or it took too long.</exception>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken asker)
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new CalculationRefusedException(
                "Another calculation is going on; the box does one at a time.", "Try again in a moment: it ends within a minute.", 10);
        }

        try
        {
            using var limit = new CancellationTokenSource(Longest, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(asker, limit.Token);
            try
            {
                return await Task.Factory.StartNew(
                    () => work(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (!asker.IsCancellationRequested)
            {
                throw new CalculationRefusedException(
                    "The calculation took longer than a minute and was broken off.", "Ask for fewer weeks or days.", null);
            }
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }
}

/// <summary>A long calculation that was not done.</summary>
/// <param name="problem">Why, in one sentence.</param>
/// <param name="cure">What to do about it.</param>
/// <param name="retryAfter">Seconds after which to try again; null when that would not help.</param>
internal sealed class CalculationRefusedException(string problem, string cure, int? retryAfter) : Exception(problem)
{
    /// <summary>What to do about it.</summary>
    public string Cure { get; } = cure;

    /// <summary>Seconds after which to try again; null when that would not help.</summary>
    public int? RetryAfter { get; } = retryAfter;
}
