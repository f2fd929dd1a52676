using Switchhook.Calls.Journal;
using Switchhook.Site.Voicemail;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>A telephone whose lamp is lit by a reversed line.</summary>
public sealed class PolarityTests
{
    [Fact]
    public void The_line_is_reversed_while_a_message_waits_and_the_phone_is_on_hook()
    {
        using var mail = Reversing();
        mail.Box.Advance(5);
        Assert.Equal(0, mail.Box.Phone(1).PolarityReversals);
        mail.Leave(1);
        mail.Box.Until(() => mail.Box.Phone(1).PolarityReversals == 1, 5, "The lamp is lit");
        var messages = mail.Box.Phone(1).CallerIdMessages;

        // Off hook the line is as ever, and it is reversed again after a call in which nothing was heard.
        mail.Box.Phone(1).Lift();
        mail.Box.Until(() => mail.Box.Phone(1).PolarityReversals == 2, 3, "The line is as ever");
        mail.HangUp(1);
        mail.Box.Until(() => mail.Box.Phone(1).PolarityReversals == 3, 5, "The lamp is lit again");

        // What has been heard puts it out.
        mail.Dial(1, "*97");
        mail.Box.Advance(10);
        mail.Press(1, "2");
        mail.HangUp(1);
        mail.Box.Advance(5);
        Assert.Equal(4, mail.Box.Phone(1).PolarityReversals);
        Assert.Equal(messages, mail.Box.Phone(1).CallerIdMessages);
        Assert.Equal(0, mail.Box.Phone(2).PolarityReversals);
    }

    [Fact]
    public void It_rings_and_talks_as_ever_and_is_lit_again()
    {
        using var mail = Reversing();
        mail.Leave(1);
        mail.Box.Until(() => mail.Box.Phone(1).PolarityReversals == 1, 5, "The lamp is lit");
        mail.Dial(2, "101");
        mail.Box.Until(() => mail.Box.Phone(1).IsRinging, 5, "It rings");
        mail.Box.Until(() => mail.Box.Phone(1).RingBursts == 2, 10, "It rings on");
        mail.Box.Phone(1).Lift();
        mail.Box.Until(() => mail.Box.Entries<CallConnected>().Any(), 5, "The two talk");
        mail.HangUp(1);
        mail.HangUp(2);
        var reversals = mail.Box.Phone(1).PolarityReversals;
        mail.Box.Until(() => mail.Box.Phone(1).PolarityReversals == reversals + 1, 5, "The lamp is lit again");
    }

    private static MailboxBox Reversing() => new(site: site => site with
    {
        Phones = site.Phones.SetItem(
            "101", site.Phones["101"] with { MessageLamp = [MessageLampKind.Stutter, MessageLampKind.Polarity] }),
    });
}
