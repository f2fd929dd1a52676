using System.Diagnostics.CodeAnalysis;
using Switchhook.Calls.Loop;

namespace Switchhook.Sip.Trunks.Targets;

/// <summary>Something that is done again and again with pauses between, until it is stopped. On the control loop.</summary>
/// <param name="loop">The loop.</param>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing that must be freed.")]
internal sealed class Rounds(ControlLoop loop)
{
    private readonly CancellationTokenSource _end = new();
    private TaskCompletionSource? _pause;
    private bool _isWoken;

    /// <summary>A round is going on.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Begins with the first round.</summary>
    /// <param name="round">One round; returns the length of the pause after it, or null when it was the last.</param>
    public void Start(Func<CancellationToken, Task<TimeSpan?>> round) => loop.Watch(RunAsync(round, _end.Token));

    /// <summary>Ends the pause; in a round: there is none after it.</summary>
    public void Wake()
    {
        _isWoken = true;
        _pause?.TrySetResult();
    }

    /// <summary>No more rounds; one that is going on is cancelled.</summary>
    public void Stop() => _end.Cancel();

    private async Task RunAsync(Func<CancellationToken, Task<TimeSpan?>> round, CancellationToken end)
    {
        while (true)
        {
            (IsBusy, _isWoken) = (true, false);
            var length = await round(end);
            IsBusy = false;
            end.ThrowIfCancellationRequested();
            if (length is not { } pause)
            {
                return;
            }

            if (!_isWoken && pause > TimeSpan.Zero)
            {
                await PauseAsync(pause, end);
            }
        }
    }

    private async Task PauseAsync(TimeSpan length, CancellationToken end)
    {
        // Whoever wakes or stops it goes on with its own work first.
        var pause = _pause = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = loop.Schedule(length, () => pause.TrySetResult());
        await using var stop = end.Register(() => pause.TrySetCanceled(end));
        await pause.Task;
    }
}
