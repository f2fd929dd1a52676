using System.Security.Cryptography;
using System.Text;
using Switchhook.Site.Alerts;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about alerts.</summary>
internal static class AlertFacts
{
    /// <summary>An alert.</summary>
    public static IReadOnlyList<Fact> Of(AlertConfig alert) =>
    [
        .. alert.Way switch
        {
            AlertWay.Relay relay => [new Fact("relay", relay.Name)],
            AlertWay.Webhook webhook => [new Fact("webhook", InWords(webhook.Address))],
            AlertWay.Mail mail => Of(mail),
            _ => throw new ArgumentOutOfRangeException(nameof(alert), alert, "An unknown way."),
        },
        new("queues", List(alert.Queues)),
        new("lines", List(alert.Lines)),
    ];

    private static Fact[] Of(AlertWay.Mail mail) =>
    [
        new("mail", mail.To),
        new("from", mail.From),
        new("server", $"{mail.Server} port {mail.Port}"),
        new("user", mail.User ?? SiteFacts.Nothing),
        new("TLS", mail.Tls ? "yes" : "no"),
    ];

    // Who knows the whole address can post to it: a mark tells that it has changed.
    private static string InWords(Uri address)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..6];
        return $"{address.Scheme}://{address.Authority}/… (mark {mark})";
    }

    private static string List(ValueList<string> names) => names.Count == 0 ? SiteFacts.Nothing : names.ToString();
}
