using Switchhook.Site.Alerts;

namespace Switchhook.Site.Drafts;

/// <summary>Turns what a draft says of alerts into the model.</summary>
internal static class AlertBuilder
{
    /// <summary>An alert.</summary>
    public static AlertConfig Alert(AlertDraft alert) => new(alert.Name.Value, Way(alert.Way))
    {
        Queues = [.. alert.Queues.Select(queue => queue.Value)],
        Lines = [.. alert.Lines.Select(line => line.Value)],
    };

    private static AlertWay Way(AlertWayDraft? way) => way switch
    {
        AlertWayDraft.Relay relay => new AlertWay.Relay(relay.Name.Value),
        AlertWayDraft.Webhook webhook => new AlertWay.Webhook(webhook.Address),
        AlertWayDraft.Mail mail => new AlertWay.Mail(mail.To.Value, mail.From.Value, mail.Server.Value, mail.Port)
        {
            User = mail.User?.Value,
            Tls = mail.Tls,
        },
        _ => throw ModelBuilder.Hole(),
    };
}
