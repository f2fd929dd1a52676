using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Hardware.Watchdog;

/// <summary>
/// Feeds a watchdog as long as the box is healthy. It asks each quarter of the watchdog's time; an unhealthy answer leaves the watchdog
/// hungry, and unless health returns in time the board is reset. A question that hangs does the same.
/// </summary>
/// <remarks>Disposing stops the feeding and leaves the watchdog to its owner, who ends it in order or lets it reset the board.</remarks>
public sealed class WatchdogFeeder : IDisposable
{
    private const int Quarters = 4;

    private readonly IWatchdog _watchdog;
    private readonly IReadOnlyList<Func<string?>> _health;
    private readonly Action<string> _told;
    private readonly TimeSpan _interval;
    private readonly ITimer _timer;
    private string? _reason;
    private volatile bool _hasEnded;

    /// <summary>Begins to feed, at once.</summary>
    /// <param name="watchdog">The watchdog; its owner disposes it.</param>
    /// <param name="health">Each answers null when healthy, else a sentence that says what is wrong. They return soon.</param>
    /// <param name="time">The clock.</param>
    /// <param name="told">Takes why the watchdog is not fed, and that it is fed again; on the timer's thread.</param>
    public WatchdogFeeder(IWatchdog watchdog, IReadOnlyList<Func<string?>> health, TimeProvider time, Action<string> told)
    {
        (_watchdog, _health, _told) = (watchdog, health, told);
        _interval = watchdog.Timeout / Quarters;
        _timer = time.CreateTimer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Why the watchdog is not fed; null while it is. Any thread.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <inheritdoc/>
    public void Dispose()
    {
        _hasEnded = true;
        _timer.Dispose();
    }

    // Once at a time: the next time is set when this one is done.
    private void Ask()
    {
        if (_hasEnded)
        {
            return;
        }

        var before = Reason;
        var reason = WhatIsWrong() ?? Feed();
        Volatile.Write(ref _reason, reason);
        if (reason is not null && reason != before)
        {
            _told($"The watchdog is not fed, and resets the board {_watchdog.Timeout.TotalSeconds:0.#} s after its last feeding: {reason}");
        }
        else if (reason is null && before is not null)
        {
            _told("The watchdog is fed again.");
        }

        _timer.Change(_interval, Timeout.InfiniteTimeSpan);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A question that fails is an answer: the box is not healthy.")]
    private string? WhatIsWrong()
    {
        foreach (var question in _health)
        {
            try
            {
                if (question() is { } wrong)
                {
                    return wrong;
                }
            }
            catch (Exception fault)
            {
                return $"A question about the box's health failed: {fault.Message}";
            }
        }

        return null;
    }

    private string? Feed()
    {
        try
        {
            _watchdog.Feed();
            return null;
        }
        catch (IOException fault)
        {
            return fault.Message;
        }
    }
}
