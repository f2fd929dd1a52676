using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Webhooks;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Webhooks;

/// <summary>
/// Tells webhooks what happens: takes up what the journal has, and sends it. Each webhook is sent one thing after the other, in order, and
/// waits for no other one; what does not succeed is tried again. It reads what is on disk already, so no call waits for it.
/// </summary>
internal sealed partial class WebhookSender(
    WebBackend backend, Stores stores, WebhookEvents events, ILogger<WebhookSender> log) : BackgroundService
{
    /// <summary>What happens within this time is taken up together.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    /// <summary>After a fault, and while the disk does not take what was done.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private const int Batch = 500;

    // Where nothing is to be sent the number is written seldom, to spare the disk; what was looked at twice is found to be nothing again.
    private const int MostUnwritten = 10_000;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly WebhookClient _client = new(backend.Time);
    private readonly Dictionary<string, Task> _sending = new(StringComparer.Ordinal);
    private readonly Random _chance = new(unchecked((int)backend.Time.GetUtcNow().UtcTicks));
    private TaskCompletionSource _wake = New();
    private long _written;
    private long _seen = -1;
    private volatile bool _isChanged;

    private WebhookStore Store => stores.Webhooks!;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (stores.Webhooks is null)
        {
            return;
        }

        backend.Journal.Committed += OnCommitted;
        Store.Changed += OnChanged;
        try
        {
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                // First the promise, then the look: what comes between the two completes the promise.
                var woken = Volatile.Read(ref _wake).Task;
                await WaitAsync(woken, RoundSafely(stoppingToken), stoppingToken);
                await Task.Delay(Gather, backend.Time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The box stops; what waits is on disk.
        }
        finally
        {
            backend.Journal.Committed -= OnCommitted;
            Store.Changed -= OnChanged;
            await Task.WhenAll(_sending.Values);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnCommitted(IReadOnlyList<JournalEvent> written) => Wake();

    private void OnChanged()
    {
        _isChanged = true;
        Wake();
    }

    private void Wake() => Interlocked.Exchange(ref _wake, New()).TrySetResult();

    private async Task WaitAsync(Task woken, TimeSpan limit, CancellationToken stop)
    {
        try
        {
            await woken.WaitAsync(limit, backend.Time, stop);
        }
        catch (TimeoutException)
        {
            // Something is due, or it is time to look.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault must not end what is sent; it is logged and looked at again.")]
    private TimeSpan RoundSafely(CancellationToken stop)
    {
        try
        {
            return Round(stop);
        }
        catch (Exception fault)
        {
            LogFault(log, fault);
            return Rest;
        }
    }

    // Returns how long nothing is due.
    private TimeSpan Round(CancellationToken stop)
    {
        KeepSeen();
        var hooks = Store.List();
        TakeUp(hooks);
        foreach (var done in _sending.Where(one => one.Value.IsCompleted).Select(one => one.Key).ToList())
        {
            _sending.Remove(done);
        }

        var (now, wait) = (backend.Time.GetUtcNow(), Idle);
        foreach (var hook in hooks.Where(hook => hook.PausedAt is null && !_sending.ContainsKey(hook.Id)))
        {
            if (Store.Outbox.First(hook.Id) is null)
            {
                continue;
            }

            if (!WebhookPatience.IsDue(hook.NextAt, now))
            {
                var left = hook.NextAt!.Value - now;
                wait = left < wait ? left : wait;
                continue;
            }

            _sending[hook.Id] = Task.Run(() => SendSafelyAsync(hook.Id, stop), CancellationToken.None);
        }

        return wait;
    }

    // What was of no interest to a webhook before it was changed may be now: after a restart it must not be looked at again.
    private void KeepSeen()
    {
        if (_isChanged && _seen > _written)
        {
            Store.Outbox.TakeUp(_seen, []);
            _written = _seen;
        }

        _isChanged = false;
    }

    private void TakeUp(IReadOnlyList<Webhook> hooks)
    {
        var last = backend.Journal.LastCommitted;
        if (_seen < 0)
        {
            // Nobody is told of what was before the first webhook.
            var first = hooks.Count > 0 ? hooks.Min(hook => hook.SinceSeq) : last;
            _seen = _written = Math.Max(Store.Outbox.TakenUpTo() ?? 0, first);
        }

        // Nobody is told: what happens now is of no interest to those who come later.
        if (hooks.Count == 0)
        {
            _seen = last;
            if (last - _written > MostUnwritten)
            {
                Store.Outbox.TakeUp(last, []);
                _written = last;
            }
        }

        while (_seen < last)
        {
            var batch = stores.Journal.After(_seen, Batch);
            if (batch.Count == 0)
            {
                break;
            }

            var deliveries = batch.SelectMany(happened => events.Of(happened, hooks)).ToList();
            var seq = batch[^1].Seq;
            if (deliveries.Count > 0 || seq - _written > MostUnwritten)
            {
                Store.Outbox.TakeUp(seq, deliveries);
                _written = seq;
            }

            _seen = seq;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault with one webhook must not end the others; it is logged.")]
    private async Task SendSafelyAsync(string id, CancellationToken stop)
    {
        try
        {
            while (await SendNextAsync(id, stop))
            {
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The box stops.
        }
        catch (Exception fault)
        {
            LogFault(log, fault);
            await Task.Delay(Rest, backend.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            Wake();
        }
    }

    // False when nothing is due any more.
    private async Task<bool> SendNextAsync(string id, CancellationToken stop)
    {
        var hurries = Store.Outbox.HurriesOf(id);
        if (Store.Find(id) is not { PausedAt: null } hook || !WebhookPatience.IsDue(hook.NextAt, backend.Time.GetUtcNow())
            || Store.Outbox.First(id) is not { } delivery)
        {
            return false;
        }

        var answer = Store.SecretOf(id) is { } secret
            ? await _client.SendAsync(hook, secret, delivery, stop)
            : new WebhookAnswer(null, "Its secret cannot be read any more: make a new one.");
        var now = backend.Time.GetUtcNow();
        var (next, givesUp) = answer.Error is null ? default : WebhookPatience.After(delivery, hook.Failures + 1, answer, now, Chance());
        var ended = new DeliveryTry(delivery, now, answer.Status, answer.Error, answer.Error is null ? null : next, givesUp, hurries);

        // It was sent: until that is on disk nothing else is, or it would be sent again and again.
        while (!Store.Outbox.Note(ended, WebhookPatience.Longest))
        {
            await Task.Delay(Rest, backend.Time, stop);
        }

        Tell(hook, ended);
        return true;
    }

    private double Chance()
    {
        lock (_chance)
        {
            return _chance.NextDouble();
        }
    }

    private void Tell(Webhook hook, DeliveryTry ended)
    {
        if (ended.GivesUp)
        {
            backend.Note(new WebhookChanged(
                hook.Name, "GaveUp", $"Webhook {hook.Name} was not told of {ended.Delivery.Topic}, and is not any more: {ended.Error}"));
        }
        else if (ended.Error is null && hook.FailingSince is not null)
        {
            backend.Note(new WebhookChanged(hook.Name, "Works", $"Webhook {hook.Name} is reached again."));
        }
        else if (ended.Error is not null && hook.FailingSince is null && hook.Failures + 1 >= Webhook.FailuresOfFailing)
        {
            backend.Note(new WebhookChanged(hook.Name, "Failing", $"Webhook {hook.Name} cannot be told anything: {ended.Error}"));
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A fault in what is sent to webhooks; it goes on in a while.")]
    private static partial void LogFault(ILogger log, Exception fault);
}
