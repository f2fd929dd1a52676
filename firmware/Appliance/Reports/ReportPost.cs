using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Switchhook.Appliance.Alerts;
using Switchhook.Site.Alerts;
using Switchhook.Web.Seams.Reports;

namespace Switchhook.Appliance.Reports;

/// <summary>Sends reports as mail with their table, on threads of the pool.</summary>
/// <param name="secret">Gives a secret by its name; null when there is none. Any thread.</param>
/// <param name="time">The clock of the time limit.</param>
internal sealed class ReportPost(Func<string, string?> secret, TimeProvider time) : IReportPost
{
    /// <summary>
    /// A server that has not taken a mail within this time has not got it. It may look for harm in the mail before it answers: RFC 5321,
    /// section 4.5.3.2.6, gives it ten minutes. One from which the box has gone sooner may have taken the mail, which then comes twice.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<ReportPosted> SendAsync(AlertConfig by, ReportMail mail, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var stop = both.Token;
        try
        {
            return await Task.Run(() => SendNowAsync(by, mail, stop), stop).WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ReportPosted(false, $"The server did not take it within {Limit.TotalMinutes:0} minutes.");
        }
    }

    private async Task<ReportPosted> SendNowAsync(AlertConfig by, ReportMail mail, CancellationToken cancel)
    {
        if (by.Way is not AlertWay.Mail way)
        {
            throw new ArgumentException($"Alert {by.Name} sends no mail.", nameof(by));
        }

        var password = way.User is null ? null : secret(by.Secret);
        if (way.User is not null && password is null)
        {
            return new ReportPosted(false, $"Its password is missing. Set it with \"./appliance secret set {by.Secret}\".");
        }

        using var message = new MailMessage { From = new MailAddress(way.From), Subject = mail.Subject, Body = mail.Text };
        foreach (var receiver in mail.To)
        {
            message.To.Add(new MailAddress(receiver));
        }

        message.Headers.Add("Message-ID", $"<{mail.Id}@{new MailAddress(way.From).Host}>");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        using var table = new MemoryStream(mail.Csv.ToArray());
        message.Attachments.Add(new Attachment(table, new ContentType("text/csv; charset=utf-8") { Name = mail.FileName }));
        var (isTaken, trouble) = await MailPost.SendAsync(way, password, message, cancel).ConfigureAwait(false);
        return new ReportPosted(isTaken, trouble);
    }
}
