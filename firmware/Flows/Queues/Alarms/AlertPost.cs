using System.Collections.Immutable;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Site.Alerts;

namespace Switchhook.Flows.Queues.Alarms;

/// <summary>Tells one receiver, in order, and tries again when it cannot be reached. Control loop only.</summary>
internal sealed class AlertPost : IDisposable
{
    /// <summary>Most alerts that wait; the oldest gives way, since the newest tells how it is now.</summary>
    public const int MostWaiting = 50;

    /// <summary>Pauses between two tries; after the try that follows the last one an alert is given up.</summary>
    public static readonly ImmutableArray<TimeSpan> Pauses =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];

    private readonly IAlertSender _sender;
    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly Queue<Alert> _waiting = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationToken _end;
    private bool _isSending;
    private bool _hasFailed;

    /// <summary>One that has nothing to tell yet.</summary>
    /// <param name="to">Whom.</param>
    /// <param name="sender">Sends.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Is told once when the receiver cannot be reached, and once when it can again.</param>
    public AlertPost(AlertConfig to, IAlertSender sender, ControlLoop loop, CallJournal journal)
    {
        (To, _sender, _loop, _journal) = (to, sender, loop, journal);
        _end = _ending.Token;
    }

    /// <summary>Whom it tells.</summary>
    public AlertConfig To { get; }

    /// <summary>Tells an alert as soon as those before it are told.</summary>
    public void Add(Alert alert)
    {
        if (_waiting.Count == MostWaiting)
        {
            _waiting.Dequeue();
        }

        _waiting.Enqueue(alert);
        if (!_isSending)
        {
            _isSending = true;
            _loop.Launch(SendAllAsync);
        }
    }

    /// <summary>The site names it no more: it has no trouble any more either.</summary>
    public void Close()
    {
        Dispose();
        Tell(null);
    }

    /// <summary>Gives up what is not told.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
        _waiting.Clear();
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (_waiting.TryDequeue(out var alert))
            {
                await SendAsync(alert);
            }
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task SendAsync(Alert alert)
    {
        for (var tries = 0; ; tries++)
        {
            var failure = await _sender.SendAsync(To, alert, _end);
            _end.ThrowIfCancellationRequested();
            if (failure is null || tries == Pauses.Length)
            {
                Tell(failure);
                return;
            }

            await Task.Delay(Pauses[tries], _loop.Time, _end);
        }
    }

    private void Tell(string? failure)
    {
        if (_hasFailed != failure is not null)
        {
            _hasFailed = !_hasFailed;
            _journal.Append(new PartChanged(
                $"alert {To.Name}", failure is null ? null : $"It was not told in {Pauses.Length + 1} tries: {failure}"));
        }
    }
}
