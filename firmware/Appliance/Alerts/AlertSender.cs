using Switchhook.Flows.Queues.Alarms;
using Switchhook.Site.Alerts;

namespace Switchhook.Appliance.Alerts;

/// <summary>Sends alerts by HTTP and mail, on threads of the pool.</summary>
/// <param name="secret">Gives a secret by its name; null when there is none. Any thread.</param>
/// <param name="time">The clock of the time limit.</param>
public sealed class AlertSender(Func<string, string?> secret, TimeProvider time) : IAlertSender, IDisposable
{
    /// <summary>A receiver that does not take an alert within this time has not got it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly WebhookPost _webhooks = new();

    /// <inheritdoc/>
    public async Task<string?> SendAsync(AlertConfig to, Alert alert, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var stop = both.Token;
        try
        {
            // Not all of what mail does looks at the token at once.
            return await Task.Run(() => SendNowAsync(to, alert, stop), stop).WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"There was no answer within {Limit.TotalSeconds:0} s.";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _webhooks.Dispose();

    private Task<string?> SendNowAsync(AlertConfig to, Alert alert, CancellationToken cancel) => to.Way switch
    {
        AlertWay.Webhook webhook => _webhooks.SendAsync(webhook.Address, alert, cancel),
        AlertWay.Mail { User: null } mail => MailPost.SendAsync(mail, password: null, alert, cancel),
        AlertWay.Mail mail when secret(to.Secret) is { } password => MailPost.SendAsync(mail, password, alert, cancel),
        AlertWay.Mail => Task.FromResult<string?>($"Its password is missing. Set it with \"./appliance secret set {to.Secret}\"."),
        _ => throw new ArgumentException($"Alert {to.Name} is not told over the network.", nameof(to)),
    };
}
