namespace Switchhook.Web.Security;

/// <summary>
/// Checks passwords and codes one at a time. Each takes a core for tenths of a second on purpose; those who come together wait here without
/// a thread, and each sees the failures of those before.
/// </summary>
internal sealed class PasswordQueue : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Does expensive work when it is its turn.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Makes an attempt, unless there were too many; counts it.</summary>
    /// <param name="brake">For whom attempts are counted.</param>
    /// <param name="work">The attempt.</param>
    /// <param name="isRight">Tells by its result whether it was right.</param>
    /// <param name="cancellation">The asker has gone.</param>
    public Task<Attempt<T>> TryAsync<T>(
        AttemptBrake brake, Func<T> work, Func<T, bool> isRight, CancellationToken cancellation) => RunAsync(
        () =>
        {
            if (brake.Wait is { } wait)
            {
                return new Attempt<T>(wait, default);
            }

            var result = work();
            brake.Count(isRight(result));
            return new Attempt<T>(null, result);
        },
        cancellation);

    public void Dispose() => _turn.Dispose();
}

/// <summary>What became of an attempt.</summary>
/// <param name="Wait">How long to wait before another; null when it was made.</param>
/// <param name="Result">Its result when it was made.</param>
internal readonly record struct Attempt<T>(TimeSpan? Wait, T? Result);
