using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Voicemail;
using Switchhook.Flows.Voicemail.Callbacks;
using Switchhook.Site.Voicemail;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>Users who hear mailboxes at phones.</summary>
public sealed class HearingTests
{
    [Fact]
    public void At_its_own_phone_a_message_is_heard_at_once_and_saved_by_a_key()
    {
        using var mail = new MailboxBox();
        mail.Leave(1);
        mail.Dial(1, "*97");
        mail.Box.Until(() => mail.Messages[0].State == VoicemailState.Heard, 20, "It counts as heard");
        Assert.True(mail.VoiceHeard(1, 4) > 0.3, "the user hears the message");
        mail.Press(1, "2");
        Assert.Equal(VoicemailState.Saved, mail.Messages[0].State);
        mail.HangUp(1);
        Assert.Contains(mail.Box.Entries<StepTaken>(), step => step.Why == "The user hears mailbox front-desk.");
    }

    [Fact]
    public void Who_hangs_up_in_the_middle_finds_the_message_new()
    {
        using var mail = new MailboxBox();
        mail.Leave(1, seconds: 10);
        mail.Dial(1, "*97");
        mail.Box.Advance(9);
        Assert.True(mail.VoiceHeard(1, 2) > 0.3, "the user hears the message");
        mail.HangUp(1);
        Assert.Equal(VoicemailState.New, mail.Messages[0].State);
    }

    [Fact]
    public void Who_presses_nothing_hears_no_other_message()
    {
        using var mail = new MailboxBox();
        mail.Leave(1);
        mail.Leave(2);
        mail.Dial(1, "*97");
        mail.Box.Until(() => mail.Box.Entries<CallEnded>().Count() == 3, 60, "The call is over");
        mail.HangUp(1);
        Assert.Equal([VoicemailState.Heard, VoicemailState.New], mail.Messages.Select(message => message.State));
    }

    [Fact]
    public void A_key_deletes_a_message_and_the_next_one_follows()
    {
        using var mail = new MailboxBox();
        var first = mail.Leave(1).Recording;
        var second = mail.Leave(2, number: null).Recording;
        mail.Dial(1, "*97");
        mail.Box.Advance(7);
        mail.Press(1, "3");
        Assert.Equal(VoicemailState.Deleted, mail.Desk.Current.Find(first)!.State);
        mail.Box.Until(() => mail.Desk.Current.Find(second)!.State == VoicemailState.Heard, 20, "The next one is heard");
        mail.HangUp(1);
        Assert.Single(mail.Messages);
        Assert.Single(mail.Desk.Current.DeletedOf(MailboxBox.Name));
    }

    [Fact]
    public void The_caller_of_a_message_is_called_back_by_the_rules_of_the_phone()
    {
        using var mail = new MailboxBox();
        mail.Leave(1);
        mail.Dial(1, "*97");
        mail.Box.Advance(10);
        mail.Press(1, "4", 8);
        Assert.Contains(mail.Box.Entries<CallStarted>(), call => call is { Direction: CallDirection.Outbound, Dialled: "93125550142" });
        mail.HangUp(1);
        Assert.Equal(VoicemailState.Heard, mail.Messages[0].State);
    }

    [Fact]
    public void Without_a_rule_nobody_is_called_back()
    {
        using var mail = new MailboxBox(site: site => site with { Outbound = [] });
        mail.Leave(1);
        mail.Dial(1, "*97");
        mail.Box.Advance(10);
        mail.Press(1, "4", 8);
        Assert.DoesNotContain(mail.Box.Entries<CallStarted>(), call => call.Direction == CallDirection.Outbound);
        mail.HangUp(1);
    }

    [Theory]
    [InlineData("911")]
    [InlineData("*97")]
    [InlineData("555")]
    [InlineData("9")]
    [InlineData("")]
    [InlineData(null)]
    public void No_number_that_a_caller_shows_makes_the_box_dial_anything_but_a_number_of_the_rules(string? number)
    {
        using var mail = new MailboxBox();
        Assert.Null(VoicemailCallback.DigitsFor(number, mail.Box.Core.Site));
        Assert.Equal("93125550142", VoicemailCallback.DigitsFor("+13125550142", mail.Box.Core.Site));
        Assert.Equal("102", VoicemailCallback.DigitsFor("102", mail.Box.Core.Site));
    }

    [Fact]
    public void What_a_caller_presses_at_a_mailbox_dials_nothing()
    {
        using var mail = new MailboxBox();
        mail.Call(1);
        mail.Box.Line(1).PressKeys("*97#0493125550142#4");
        mail.Box.Advance(20);
        mail.Box.Line(1).HangUp();
        mail.Box.Advance(5);
        Assert.Equal(CallDirection.Inbound, Assert.Single(mail.Box.Entries<CallStarted>()).Direction);
    }

    [Fact]
    public void A_recorded_greeting_is_what_callers_hear()
    {
        using var mail = new MailboxBox();
        mail.Dial(1, "*97");
        mail.Box.Advance(2);
        mail.Press(1, "5", 0.5);
        mail.Box.Until(() => mail.Box.Entries<VoicemailGreeted>().Any(), 5, "The greeting begins");
        mail.Box.Phone(1).Speak(MailboxBox.Tone(MailboxBox.Voice, 4));
        mail.Box.Advance(4);
        mail.Press(1, "#", 1.5);
        Assert.Null(mail.Desk.Current.GreetingOf(MailboxBox.Name));
        mail.Press(1, "1");
        mail.HangUp(1);
        Assert.Equal("phone 101", mail.Desk.Current.GreetingOf(MailboxBox.Name)!.CallerName);

        mail.Call(1);
        Assert.True(
            QueueBox.SoundAt(MailboxBox.Voice, mail.Box.Line(1).Heard()[^28000..]) > 0.3, "the caller hears the greeting");
        mail.Box.Line(1).HangUp();
        mail.Box.Driver.Do(() => Assert.Null(mail.Desk.ForgetGreeting(MailboxBox.Name, "the test")));
        mail.Box.Advance(2);
        Assert.Null(mail.Desk.Current.GreetingOf(MailboxBox.Name));
        Assert.Empty(mail.Files);
    }

    [Fact]
    public void At_another_phone_a_mailbox_is_heard_by_its_PIN_alone()
    {
        using var mail = new MailboxBox(box => box with { Pin = VoicemailPin.Secret });
        mail.Box.Network.Secrets["voicemail/front-desk"] = "4711";
        mail.Leave(1);
        mail.Dial(2, "*98101");
        mail.Box.Advance(1);
        mail.Press(2, "4712#", 3);
        Assert.Equal(VoicemailState.New, mail.Messages[0].State);
        mail.Press(2, "4711#", 12);
        Assert.Equal(VoicemailState.Heard, mail.Messages[0].State);
        mail.HangUp(2);
    }

    [Fact]
    public void Nobody_guesses_a_PIN()
    {
        using var mail = new MailboxBox(box => box with { Pin = VoicemailPin.Secret });
        mail.Box.Network.Secrets["voicemail/front-desk"] = "4711";
        mail.Leave(1);
        for (var call = 0; call < 2; call++)
        {
            mail.Dial(2, "*98101");
            mail.Box.Advance(1);
            mail.Press(2, "1111#");
            mail.Press(2, "2222#");
            mail.Press(2, "3333#");
            mail.HangUp(2);
        }

        mail.Dial(2, "*98101");
        mail.Box.Advance(1);
        mail.Press(2, "4711#", 12);
        Assert.Equal(VoicemailState.New, mail.Messages[0].State);
        Assert.Contains(
            mail.Box.Entries<StepTaken>(), step => step.Why == "Too many wrong PINs were entered; none is taken for a while.");
        mail.HangUp(2);
        Assert.DoesNotContain("3333", mail.Box.JournalText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_without_a_PIN_is_heard_at_no_other_phone()
    {
        using var mail = new MailboxBox();
        mail.Leave(1);
        mail.Dial(2, "*98101");
        mail.Box.Until(() => mail.Box.Entries<CallEnded>().Count() == 2, 5, "The call is over");
        mail.HangUp(2);
        Assert.Equal(VoicemailState.New, mail.Messages[0].State);
    }

    [Fact]
    public void Codes_are_there_on_a_site_with_mailboxes_only()
    {
        using var mail = new MailboxBox();
        var with = mail.Box.Core.Site.DialPlan;
        var without = new DialPlan(Sites.Clinic(), Sites.UnitedStates);
        Assert.Equal((DialVerdict.Complete, DialVerdict.Refused), (with.Classify("*97"), without.Classify("*97")));
        Assert.Equal((DialVerdict.Incomplete, DialVerdict.Refused), (with.Classify("*98"), without.Classify("*98")));
        Assert.Equal(new DialTarget.Voicemail(new VoicemailAction.HearOf("102")), with.Find("*98102"));
    }

    [Fact]
    public void A_mailbox_is_its_agents_its_groups_and_its_queues_too()
    {
        using var desk = new QueueBox(site: site => site with
        {
            Voicemail = new[]
            {
                new VoicemailConfig("a", "a") { Agent = "ana" },
                new VoicemailConfig("g", "g") { Group = "office" },
                new VoicemailConfig("p", "p") { Phones = ["104"] },
                new VoicemailConfig("q", "q") { Queue = "desk" },
            }.ToImmutableSortedDictionary(box => box.Name, box => box, StringComparer.Ordinal),
        });
        var site = desk.Box.Core.Site.Model;
        Assert.Equal(["p", "g"], VoicemailOwners.BoxesOf(site, "104", null).Select(box => box.Name));
        Assert.Equal(["a", "q"], VoicemailOwners.BoxesOf(site, "102", "ana").Select(box => box.Name));
        Assert.Equal(["q"], VoicemailOwners.BoxesOf(site, "102", "bo").Select(box => box.Name));
        Assert.Empty(VoicemailOwners.BoxesOf(site, "102", null));
        Assert.Equal(["104"], VoicemailOwners.LampsOf(site, site.Voicemail["g"]));
    }
}
