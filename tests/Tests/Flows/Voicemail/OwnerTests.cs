using Switchhook.Calls.Live;
using Switchhook.Flows.Voicemail;
using Switchhook.Site.Voicemail;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>Mailboxes of agents, groups and queues, from the caller to who hears them.</summary>
public sealed class OwnerTests
{
    [Fact]
    public void The_message_for_an_agent_is_heard_where_the_agent_is_logged_in_and_nowhere_else()
    {
        using var mail = For(box => box with { Phones = [], Agent = "ana" });
        mail.Leave(1);
        IsNotHeardAt(mail, 3);
        LogIn(mail, 3);
        IsHeardAt(mail, 3);
    }

    [Fact]
    public void The_message_for_a_group_lights_all_its_phones_and_who_hears_it_puts_them_out()
    {
        using var mail = For(box => box with { Phones = [], Group = "office" });
        mail.Leave(1);
        Assert.All(["101", "102", "103"], phone => Assert.Equal(1, WaitingAt(mail, phone)));
        IsHeardAt(mail, 2);
        Assert.All(["101", "102", "103"], phone => Assert.Equal(0, WaitingAt(mail, phone)));
    }

    [Fact]
    public void The_message_for_a_queue_is_heard_by_any_of_its_agents()
    {
        using var mail = For(box => box with { Phones = [], Queue = "desk" });
        mail.Leave(1);
        IsNotHeardAt(mail, 2);
        LogIn(mail, 2);
        IsHeardAt(mail, 2);
    }

    private static void IsHeardAt(MailboxBox mail, int phone)
    {
        mail.Dial(phone, "*97");
        mail.Box.Until(() => mail.Messages[0].State == VoicemailState.Heard, 20, "It counts as heard");
        mail.HangUp(phone);
    }

    private static void IsNotHeardAt(MailboxBox mail, int phone)
    {
        mail.Box.Phone(phone).Lift();
        mail.Box.Advance(1);
        mail.Box.Phone(phone).Dial("*97");
        mail.Box.Advance(12);
        mail.HangUp(phone);
        Assert.Equal(VoicemailState.New, mail.Messages[0].State);
    }

    private static int WaitingAt(MailboxBox mail, string phone) =>
        mail.Box.Core.Live.Current.WaitingMessages.GetValueOrDefault(phone, WaitingMessages.None).New;

    private static void LogIn(MailboxBox mail, int phone)
    {
        mail.Box.Phone(phone).Lift();
        mail.Box.Advance(1);
        mail.Box.Phone(phone).Dial("*4111");
        mail.Box.Advance(4);
        mail.HangUp(phone);
    }

    private static MailboxBox For(Func<VoicemailConfig, VoicemailConfig> change)
    {
        using var model = new QueueBox();
        var queues = model.Box.Core.Site.Model;
        return new MailboxBox(change, site => site with
        {
            Agents = queues.Agents,
            Queues = queues.Queues,
            Groups = site.Groups.SetItem("office", site.Groups["office"] with { Phones = ["101", "102", "103"] }),
        });
    }
}
