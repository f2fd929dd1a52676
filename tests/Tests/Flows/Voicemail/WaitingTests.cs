using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Voicemail;
using Switchhook.Flows.Voicemail.Waiting;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>Phones that show what waits, messages that are work, and calls back from a page.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void The_counts_of_a_phone_follow_its_mailboxes()
    {
        using var mail = new MailboxBox();
        var message = mail.Leave(1);
        Assert.Equal(new MessagesWaiting("101", 1, 0, VoicemailLamps.By), mail.Box.Entries<MessagesWaiting>().Single());
        Assert.Equal(new WaitingMessages(1, 0), mail.Box.Core.Live.Current.WaitingMessages["101"]);

        mail.Box.Driver.Do(() => mail.Desk.Change(message.Recording, VoicemailState.Heard, "the test"));
        mail.Box.Advance(0.1);
        Assert.Equal(new WaitingMessages(0, 1), mail.Box.Core.Live.Current.WaitingMessages["101"]);
        var site = mail.Box.Core.Site;
        var without = site with { Model = site.Model with { Voicemail = site.Model.Voicemail.Clear() } };
        mail.Box.Driver.Do(() => mail.Box.Core.Apply(without, "the test", ""));
        Assert.Equal(WaitingMessages.None, mail.Box.Core.Live.Current.WaitingMessages["101"]);
        Assert.Equal(3, mail.Box.Entries<MessagesWaiting>().Count());
    }

    [Fact]
    public void The_dial_tone_stutters_while_a_new_message_waits()
    {
        using var mail = new MailboxBox();
        Assert.True(Gaps(mail) < 0.1, "the tone is steady");
        var message = mail.Leave(1);
        Assert.True(Gaps(mail) > 0.3, "the tone stutters");
        mail.Box.Driver.Do(() => mail.Desk.Change(message.Recording, VoicemailState.Heard, "the test"));
        Assert.True(Gaps(mail) < 0.1, "the tone is steady again");
    }

    // The receiver of the simulated telephone shares no code with the sender.
    [Fact]
    public void The_lamp_of_a_telephone_is_told_by_data_on_the_idle_line()
    {
        using var mail = new MailboxBox();
        var message = mail.Leave(1);
        mail.Box.Until(() => mail.Box.Phone(1).CallerIdMessages == 1, 6, "The lamp is lit");
        Assert.Equal([0x82, 3, 0x0B, 1, 0xFF, 0x70], mail.Box.Phone(1).Display!.Bytes.ToArray());
        Assert.Equal(0, mail.Box.Phone(1).RingBursts);

        // A handset that is lifted is not talked into; the lamp goes out when it is put back.
        mail.Box.Phone(1).Lift();
        mail.Box.Advance(1);
        mail.Box.Driver.Do(() => mail.Desk.Change(message.Recording, VoicemailState.Heard, "the test"));
        mail.Box.Advance(5);
        Assert.Equal(1, mail.Box.Phone(1).CallerIdMessages);
        mail.HangUp(1);
        mail.Box.Until(() => mail.Box.Phone(1).CallerIdMessages == 2, 6, "The lamp goes out");
        Assert.Equal([0x82, 3, 0x0B, 1, 0x00, 0x6F], mail.Box.Phone(1).Display!.Bytes.ToArray());
    }

    [Fact]
    public void A_telephone_tells_of_messages_only_as_the_site_says()
    {
        using var mail = new MailboxBox(site: site => site with
        {
            Phones = site.Phones.SetItem("101", site.Phones["101"] with { MessageLamp = [] }),
        });
        mail.Leave(1);
        mail.Box.Advance(10);
        Assert.Equal(0, mail.Box.Phone(1).CallerIdMessages);
        Assert.True(Gaps(mail) < 0.1, "the tone is steady");
    }

    [Fact]
    public void A_message_that_is_work_is_heard_by_an_agent_and_then_it_is_not_new()
    {
        using var mail = Working();
        var message = mail.Leave(1);
        Assert.Equal(message.Recording, mail.Box.Entries<MessageOwed>().Single().Recording);
        LogIn(mail);
        mail.Box.Until(() => mail.Box.Phone(2).IsRinging, 30, "The agent is rung");
        mail.Box.Phone(2).Lift();
        mail.Box.Until(() => mail.Messages[0].State == VoicemailState.Heard, 60, "The agent has heard it");
        Assert.True(mail.Box.Entries<MessageEnded>().Single().IsHeard);
    }

    [Fact]
    public void A_message_that_was_heard_in_the_mailbox_is_no_work_any_more()
    {
        using var mail = Working();
        var message = mail.Leave(1);
        mail.Box.Driver.Do(() => mail.Desk.Change(message.Recording, VoicemailState.Heard, "the test"));
        Assert.Equal("The message has been heard in mailbox front-desk.", mail.Box.Entries<MessageEnded>().Single().Why);
        LogIn(mail);
        mail.Box.Advance(10);
        Assert.False(mail.Box.Phone(2).IsRinging);
    }

    [Fact]
    public void From_a_page_the_phone_is_rung_first_and_then_the_caller()
    {
        using var mail = new MailboxBox();
        var message = mail.Leave(1);
        var caller = mail.Box.Core.Switchboard.VoicemailCaller;
        mail.Box.Driver.Do(() => Assert.Null(caller.Call(message.Recording, "102", "the test")));
        mail.Box.Until(() => mail.Box.Phone(2).IsRinging, 5, "The phone rings");
        mail.Box.Driver.Do(() => Assert.Equal(
            "Phone 102 cannot be rung: it is ringing for someone else.", caller.Call(message.Recording, "102", "the test")));
        Assert.DoesNotContain(mail.Box.Entries<CallStarted>(), call => call.Direction == CallDirection.Outbound);
        mail.Box.Phone(2).Lift();
        mail.Box.Until(
            () => mail.Box.Entries<CallStarted>().Any(call => call is { Direction: CallDirection.Outbound, Dialled: "93125550142" }),
            5,
            "The caller is called");
        mail.Box.Phone(2).HangUp();
    }

    [Fact]
    public void A_caller_without_a_number_is_not_called_from_a_page()
    {
        using var mail = new MailboxBox();
        var message = mail.Leave(1, number: null);
        mail.Box.Driver.Do(() => Assert.Equal(
            "The caller's number is not known, or no rule for calls out allows it.",
            mail.Box.Core.Switchboard.VoicemailCaller.Call(message.Recording, "102", "the test")));
    }

    private static MailboxBox Working()
    {
        using var model = new QueueBox();
        var queues = model.Box.Core.Site.Model;
        return new MailboxBox(
            box => box with { Queue = "desk", IsWork = true },
            site => site with { Agents = queues.Agents, Queues = queues.Queues });
    }

    private static void LogIn(MailboxBox mail)
    {
        mail.Box.Phone(2).Lift();
        mail.Box.Advance(1);
        mail.Box.Phone(2).Dial("*4111");
        mail.Box.Advance(4);
        mail.Box.Phone(2).HangUp();
    }

    // The part of the first second of dial tone in which nothing is heard.
    private static double Gaps(MailboxBox mail)
    {
        mail.Box.Phone(1).Lift();
        mail.Box.Advance(2);
        var heard = mail.Box.Phone(1).Heard()[^12000..^4000];
        mail.HangUp(1);
        return heard.Chunk(80).Count(block => block.Max(sample => Math.Abs((int)sample)) < 300) / 100.0;
    }
}
