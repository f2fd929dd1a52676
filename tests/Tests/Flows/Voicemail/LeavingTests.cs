using Switchhook.Audio.Prompts;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Voicemail;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;
using Switchhook.Tests.Recording;

namespace Switchhook.Tests.Flows.Voicemail;

/// <summary>Callers who leave a message in a mailbox.</summary>
public sealed class LeavingTests
{
    [Fact]
    public void Who_hangs_up_has_left_a_message()
    {
        using var mail = new MailboxBox();
        var message = mail.Leave(1);

        Assert.InRange(message.Length!.Value.TotalSeconds, 3.9, 6);
        Assert.Equal(
            (MailboxBox.Name, "3125550142", VoicemailState.New, false), (message.Box, message.Caller, message.State, message.IsCutOff));
        var samples = PromptReader.Load(Assert.Single(mail.Files), "message").Samples.ToArray();
        Assert.True(QueueBox.SoundAt(MailboxBox.Voice, samples[4000..28000]) > 0.9, "the message holds what was said");
    }

    [Fact]
    public void After_the_hash_key_a_message_is_heard_and_kept()
    {
        using var mail = new MailboxBox();
        mail.Call(1);
        mail.Speak(1, 4);
        mail.Box.Line(1).PressKeys("#");
        mail.Box.Advance(1.5);
        Assert.Empty(mail.Messages);
        var heard = mail.Box.Line(1).Heard().Length;
        mail.Box.Line(1).PressKeys("2");
        mail.Box.Advance(4);
        var sound = mail.Box.Line(1).Heard()[heard..];
        Assert.True(QueueBox.SoundAt(MailboxBox.Voice, sound[8000..24000]) > 0.5, "the caller hears the message");
        mail.Box.Line(1).PressKeys("1");
        mail.Box.Until(() => mail.HasGoneOn, 5, "The flow goes on");

        var message = Assert.Single(mail.Messages);
        Assert.InRange(message.Length!.Value.TotalSeconds, 3.9, 5);
        Assert.Single(mail.Files);
    }

    [Fact]
    public void What_is_spoken_again_takes_the_place_of_what_was_spoken_before()
    {
        using var mail = new MailboxBox();
        mail.Call(1);
        mail.Speak(1, 4);
        mail.Box.Line(1).PressKeys("#");
        mail.Box.Advance(1.5);
        mail.Box.Line(1).PressKeys("3");
        mail.Box.Until(() => mail.Box.Entries<VoicemailLeft>().Count() == 2, 5, "It is spoken again");
        mail.Speak(1, 7);
        mail.Box.Line(1).HangUp();
        mail.Box.Until(() => mail.Messages.Count > 0, 8, "The message is kept");

        Assert.InRange(Assert.Single(mail.Messages).Length!.Value.TotalSeconds, 6.5, 9);
        mail.Box.Advance(1);
        Assert.Single(mail.Files);
    }

    [Fact]
    public void Who_hangs_up_in_the_review_has_kept_the_message()
    {
        using var mail = new MailboxBox();
        mail.Call(1);
        mail.Speak(1, 4);
        mail.Box.Line(1).PressKeys("#");
        mail.Box.Advance(1);
        mail.Box.Line(1).HangUp();
        mail.Box.Until(() => mail.Messages.Count > 0, 8, "The message is kept");
        Assert.False(mail.Messages.Single().IsCutOff);
    }

    [Fact]
    public void Silence_ends_a_message_and_so_does_the_limit_of_the_mailbox()
    {
        using var mail = new MailboxBox(box => box with { Longest = TimeSpan.FromSeconds(20) });
        mail.Call(1);
        mail.Speak(1, 3);
        mail.Box.Until(() => mail.Messages.Count == 1, 20, "Silence ends it, and no key keeps it");
        Assert.InRange(mail.Messages[0].Length!.Value.TotalSeconds, 8.5, 11);

        mail.Call(2);
        mail.Speak(2, 40);
        Assert.InRange(mail.Messages[^1].Length!.Value.TotalSeconds, 19.5, 20.5);
    }

    [Fact]
    public void Who_says_nothing_leaves_nothing()
    {
        using var mail = new MailboxBox();
        mail.Call(1);
        mail.Box.Until(() => mail.HasGoneOn, 15, "The flow goes on");
        mail.Box.Advance(2);
        Assert.Empty(mail.Desk.Current.All);
        Assert.Empty(mail.Files);
    }

    [Fact]
    public void A_full_mailbox_takes_no_more_and_says_so()
    {
        using var mail = new MailboxBox(box => box with { Most = 1 });
        var message = mail.Leave(1);
        mail.Box.Line(2).Ring(new Switchhook.Hardware.Simulated.SimulatedCaller { Number = "3125550143" });
        mail.Box.Until(() => mail.HasGoneOn, 20, "The flow goes on");
        Assert.Single(mail.Box.Entries<VoicemailLeft>(), left => left.Length is null);
        Assert.Contains(mail.Box.Entries<StepTaken>(), step => step.Why == "Mailbox front-desk takes no message: it has 1 already.");

        mail.Box.Driver.Do(() => Assert.Null(mail.Desk.Change(message.Recording, VoicemailState.Deleted, "the test")));
        mail.Leave(3);
    }

    [Fact]
    public void A_full_disk_keeps_nothing_and_the_caller_is_told()
    {
        var disk = new FakeDisk { Capacity = 100_000_000 };
        using var mail = new MailboxBox(disk: disk);
        mail.Call(1);
        mail.Speak(1, 3);
        disk.Capacity = 0;
        mail.Box.Until(() => mail.HasGoneOn, 8, "The flow goes on");
        mail.Box.Advance(1);
        Assert.Empty(mail.Desk.Current.All);
        Assert.Contains(mail.Box.Entries<VoicemailChanged>(), one => one.Why == "The disk has not taken it.");
    }

    [Fact]
    public void A_message_that_a_stop_cut_off_is_found_after_it()
    {
        using var folder = new TempFolder();
        VoicemailMessage cut;
        using (var before = new MailboxBox(folder: folder))
        {
            before.Call(1);
            before.Speak(1, 5);
            cut = before.Desk.Current.All.Single();
            Assert.Equal(VoicemailState.Speaking, cut.State);
        }

        using var after = new MailboxBox(folder: folder);
        after.Box.Driver.Do(() =>
        {
            after.Box.Core.VoicemailBoard.Restore([cut, cut with { Recording = "20260101-000000-bcdfgh" }]);
            after.Desk.Restore();
        });
        after.Box.Advance(1);
        var message = Assert.Single(after.Desk.Current.All);
        Assert.Equal((VoicemailState.New, true), (message.State, message.IsCutOff));
        Assert.InRange(message.Length!.Value.TotalSeconds, 3.5, 7);
    }

    [Fact]
    public void A_message_is_deleted_with_its_sound_when_its_time_is_over()
    {
        using var mail = new MailboxBox(box => box with { Keep = TimeSpan.FromHours(1) });
        mail.Leave(1);
        mail.Box.Advance(3500);
        Assert.Single(mail.Messages);
        mail.Box.Advance(200);
        Assert.Empty(mail.Messages);
        Assert.Single(mail.Files);
        mail.Box.Advance(3700);
        Assert.Empty(mail.Files);
        Assert.Empty(mail.Desk.Current.All);
    }

    [Fact]
    public void A_deleted_message_can_be_taken_back_for_an_hour()
    {
        using var mail = new MailboxBox();
        var recording = mail.Leave(1).Recording;
        mail.Box.Driver.Do(() => mail.Desk.Change(recording, VoicemailState.Saved, "the test"));
        mail.Box.Driver.Do(() => mail.Desk.Change(recording, VoicemailState.Deleted, "the test"));
        Assert.Empty(mail.Messages);
        mail.Box.Advance(3500);
        mail.Box.Driver.Do(() => Assert.Null(mail.Desk.Undo(recording, "the test")));
        Assert.Equal(VoicemailState.Saved, Assert.Single(mail.Messages).State);

        mail.Box.Driver.Do(() => mail.Desk.Change(recording, VoicemailState.Deleted, "the test"));
        mail.Box.Advance(3601);
        mail.Box.Driver.Do(() => Assert.Equal("This message cannot be taken back any more.", mail.Desk.Undo(recording, "the test")));
        mail.Box.Advance(1);
        Assert.Empty(mail.Files);
    }
}
