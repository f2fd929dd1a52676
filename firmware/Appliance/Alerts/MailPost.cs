using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Site.Alerts;

namespace Switchhook.Appliance.Alerts;

/// <summary>Sends alerts as mail, by SMTP with STARTTLS.</summary>
internal static class MailPost
{
    private const int LongestFailure = 200;

    /// <summary>Sends an alert.</summary>
    /// <param name="way">The server, and from whom to whom.</param>
    /// <param name="password">Of the account; null without one.</param>
    /// <param name="alert">What to tell.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why it failed, as a sentence; null when the server took it.</returns>
    public static Task<string?> SendAsync(AlertWay.Mail way, string? password, Alert alert, CancellationToken cancel) =>
        SendAsync(way, password, Subject(alert), Text(alert), attached: null, cancel);

    /// <summary>Sends a mail.</summary>
    /// <param name="way">The server, and from whom to whom.</param>
    /// <param name="password">Of the account; null without one.</param>
    /// <param name="subject">Is made one line.</param>
    /// <param name="text">What it says.</param>
    /// <param name="attached">Sent with it; null for nothing.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why it failed, as a sentence; null when the server took it.</returns>
    public static async Task<string?> SendAsync(
        AlertWay.Mail way, string? password, string subject, string text, Attachment? attached, CancellationToken cancel)
    {
        using var mail = new MailMessage(way.From, way.To, InOneLine(subject), text);
        if (attached is not null)
        {
            mail.Attachments.Add(attached);
        }

        return (await SendAsync(way, password, mail, cancel).ConfigureAwait(false)).Trouble;
    }

    /// <summary>Sends a mail that is made already; its addresses count.</summary>
    /// <param name="way">The server.</param>
    /// <param name="password">Of the account; null without one.</param>
    /// <param name="mail">What is sent.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether the server took it for anybody, and what went wrong, as a sentence; null when nothing did.</returns>
    public static async Task<(bool IsTaken, string? Trouble)> SendAsync(
        AlertWay.Mail way, string? password, MailMessage mail, CancellationToken cancel)
    {
        try
        {
            using var client = new SmtpClient(way.Server, way.Port)
            {
                EnableSsl = way.Tls,
                Credentials = password is null ? null : new NetworkCredential(way.User, password),
            };
            await client.SendMailAsync(mail, cancel).ConfigureAwait(false);
            return (true, null);
        }
        catch (SmtpFailedRecipientException failure) when (Refused(failure) is var refused && refused.Count < mail.To.Count)
        {
            // The others have it: sent once more, they would have it twice.
            return (true, $"The mail server {way.Server} did not take it for {InOneLine(string.Join(", ", refused))}.");
        }
        catch (Exception failure) when (failure is SmtpException or IOException or SocketException or AuthenticationException)
        {
            return (false, $"The mail server {way.Server} did not take it: {InOneLine((failure.InnerException ?? failure).Message)}");
        }
    }

    private static IReadOnlyList<string?> Refused(SmtpFailedRecipientException failure) => failure is SmtpFailedRecipientsException many
        ? [.. many.InnerExceptions.Select(one => one.FailedRecipient)]
        : [failure.FailedRecipient];

    private static string Subject(Alert alert) =>
        $"{alert.Site}: {(alert.On ? "alarm" : "over")} – {alert.Queue ?? alert.Line ?? $"{alert.Alarm} {alert.Phone}"}";

    private static string Text(Alert alert) => $"{alert.Words}\r\n\r\n{alert.Site}, {alert.At:yyyy-MM-dd HH:mm:ss} UTC\r\n";

    // A server may say anything, in many lines.
    private static string InOneLine(string text)
    {
        var line = string.Concat(text.Select(mark => char.IsControl(mark) ? ' ' : mark)).Trim();
        return line.Length <= LongestFailure ? line : line[..LongestFailure] + "…";
    }
}
