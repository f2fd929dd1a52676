namespace Switchhook.BrowserTests.Kit;

/// <summary>Waits for what does not report by itself.</summary>
internal static class Until
{
    /// <summary>Asks again and again until there is an answer.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="milliseconds">The longest wait.</param>
    /// <param name="ask">Answers null as long as it is not there.</param>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public static async Task<T> ThereAsync<T>(string what, float milliseconds, Func<Task<T?>> ask)
        where T : class
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (true)
        {
            if (await ask() is { } there)
            {
                return there;
            }

            if (time.GetElapsedTime(started).TotalMilliseconds > milliseconds)
            {
                throw new TimeoutException($"Waited {milliseconds / 1000} s for {what}.");
            }

            await Task.Delay(Limits.Poll, time);
        }
    }
}
