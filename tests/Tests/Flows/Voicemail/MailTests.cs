using Switchhook.Calls.Journal;
using Switchhook.Site.Alerts;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>Messages that go out as mail.</summary>
public sealed class MailTests
{
    private const string Part = "mail of mailbox front-desk";

    [Fact]
    public void A_message_is_sent_as_mail_with_who_when_and_how_long()
    {
        using var mail = Mailing();
        var message = mail.Leave(1);
        var (to, sent) = Assert.Single(mail.Box.Mail.Tries);
        Assert.Equal(("office", message.Recording), (to, sent.Recording));
        Assert.EndsWith(": message from 3125550142 for Front desk", sent.Subject, StringComparison.Ordinal);
        Assert.Contains("From: 3125550142\r\n", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"Length: {Math.Round(message.Length!.Value.TotalSeconds)} s\r\n", sent.Text, StringComparison.Ordinal);
        Assert.Contains(
            mail.Box.Entries<StepTaken>(), step => step.Why == $"Message {message.Recording} is sent as mail (alert office).");
        Assert.DoesNotContain(mail.Box.Entries<PartChanged>(), entry => entry.Part == Part);
    }

    [Fact]
    public void A_server_that_takes_nothing_is_tried_three_times_and_told_on_the_page_until_one_goes()
    {
        using var mail = Mailing();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            mail.Box.Mail.Failures.Enqueue("The server is full.");
        }

        mail.Leave(1);
        Assert.Single(mail.Box.Mail.Tries);
        mail.Box.Advance(121);
        Assert.Equal(2, mail.Box.Mail.Tries.Count);
        Assert.DoesNotContain(Part, mail.Box.Core.Live.Current.Faults.Keys);
        mail.Box.Advance(601);
        Assert.Equal(3, mail.Box.Mail.Tries.Count);
        Assert.Equal("A message was not sent: The server is full.", mail.Box.Core.Live.Current.Faults[Part].Words);
        mail.Box.Advance(1000);
        Assert.Equal(3, mail.Box.Mail.Tries.Count);

        mail.Leave(2);
        Assert.Equal(4, mail.Box.Mail.Tries.Count);
        Assert.DoesNotContain(Part, mail.Box.Core.Live.Current.Faults.Keys);
    }

    [Fact]
    public void A_mailbox_without_mail_sends_none()
    {
        using var mail = new MailboxBox();
        mail.Leave(1);
        Assert.Empty(mail.Box.Mail.Tries);
    }

    private static MailboxBox Mailing() => new(
        box => box with { Mail = "office" },
        site => site with
        {
            Alerts = site.Alerts.Add(
                "office", new AlertConfig("office", new AlertWay.Mail("a@example.com", "box@example.com", "127.0.0.1", 25))),
        });
}
