using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Site.Queues;
using Switchhook.Tests.Recording;

namespace Switchhook.Tests.Flows.Queues.Messages;

/// <summary>Callers who leave a message and keep their turn.</summary>
public sealed class LeavingTests
{
    [Fact]
    public void A_message_is_spoken_up_to_the_hash_key_and_the_visit_ends_with_it()
    {
        using var spoken = Waiting();
        var box = spoken.Box;
        spoken.Speak(2, 4);
        box.Line(2).PressKeys("#");
        spoken.AwaitKept();
        box.Until(() => box.Entries<CallEnded>().Any(), 5, "The caller's call is over");

        var owed = spoken.Owed;
        Assert.InRange(owed.Length!.Value.TotalSeconds, 3.9, 5);
        Assert.Equal(("desk", "3125550142", false), (owed.Queue, owed.Caller, owed.IsCutOff));
        var visit = spoken.VisitOf(owed.Visit);
        Assert.Equal((VisitOutcome.MessageLeft, owed.Recording), (visit.Outcome, visit.Message));
        Assert.Equal(spoken.VisitOf(owed.Ticket).Message, owed.Recording);
        Assert.True(box.Core.Queues.Engine.WaitingIn("desk").Single().Item.Turn == owed.Turn);

        // The key that ends it is not in the message, and the sound is the caller's own.
        var samples = Switchhook.Audio.Prompts.PromptReader.Load(Assert.Single(spoken.Files), "message").Samples.ToArray();
        Assert.True(QueueBox.SoundAt(SpokenBox.Voice, samples[4000..28000]) > 0.9, "the message holds what was said");
        Assert.True(QueueBox.SoundAt(941, samples) < 0.01 && QueueBox.SoundAt(1477, samples) < 0.01, "the key is not in it");
    }

    [Fact]
    public void Who_hangs_up_at_the_end_has_left_a_message_and_who_says_nothing_has_given_up()
    {
        using var spoken = Waiting();
        var box = spoken.Box;
        spoken.Speak(2, 4);
        box.Line(2).HangUp();
        spoken.AwaitKept();
        Assert.Equal(VisitOutcome.MessageLeft, spoken.VisitOf(spoken.Owed.Visit).Outcome);
        box.Until(() => box.Entries<CallEnded>().Any(), 5, "The call is over");

        spoken.Queue.Call(3);
        box.Advance(3);
        spoken.Speak(3, 0.5);
        box.Line(3).HangUp();
        box.Until(() => box.Entries<MessageEnded>().Any(), 8, "There is no message");

        Assert.Equal(VisitOutcome.Abandoned, spoken.VisitOf(spoken.Owed.Visit).Outcome);
        box.Advance(1);
        Assert.Single(spoken.Files);
        Assert.Single(box.Core.Queues.Engine.WaitingIn("desk"));
    }

    [Fact]
    public void Silence_ends_a_message_and_so_does_the_limit_of_the_site()
    {
        using var spoken = Waiting(queue => queue with { Message = new MessageConfig(TimeSpan.Zero, TimeSpan.FromSeconds(20)) });
        spoken.Speak(2, 3);
        spoken.AwaitKept();
        Assert.InRange(spoken.Owed.Length!.Value.TotalSeconds, 8.5, 11);

        spoken.Queue.Call(3);
        spoken.Box.Advance(3);
        spoken.Speak(3, 30);
        Assert.Equal(2, spoken.Box.Entries<MessageOwed>().Count(one => one.Length is not null));
        Assert.InRange(spoken.Owed.Length!.Value.TotalSeconds, 19.5, 20.5);
    }

    [Fact]
    public void Who_says_nothing_is_told_and_waits_on_in_his_place()
    {
        using var spoken = Waiting();
        var box = spoken.Box;
        box.Line(2).PressKeys("2");
        box.Until(() => box.Entries<MessageEnded>().Any(), 15, "There is no message");
        box.Advance(2);

        Assert.False(box.Entries<MessageEnded>().Single().IsHeard);
        Assert.Empty(spoken.Files);
        Assert.Equal(VisitOutcome.Waiting, spoken.VisitOf(spoken.Owed.Visit).Outcome);
        spoken.Speak(2, 3);
        box.Line(2).PressKeys("#");
        spoken.AwaitKept();
    }

    [Fact]
    public void A_full_disk_is_told_to_the_caller_who_keeps_his_place()
    {
        var disk = new FakeDisk { Capacity = 100_000_000 };
        using var spoken = Waiting(disk: disk);
        var box = spoken.Box;
        spoken.Speak(2, 3);
        var heard = box.Line(2).Heard().Length;
        disk.Capacity = 0;
        box.Until(() => box.Entries<MessageEnded>().Any(), 5, "The message is given up");
        box.Advance(1);

        Assert.True(QueueBox.SoundAt(1500, box.Line(2).Heard()[heard..(heard + 8000)]) > 0.3, "a sentence is said");
        Assert.Equal(VisitOutcome.Waiting, spoken.VisitOf(spoken.Owed.Visit).Outcome);
        spoken.Release();
        spoken.Queue.Answer(1);
        Assert.Equal("ana", spoken.VisitOf(spoken.Owed.Visit).Agent);
    }

    [Fact]
    public void An_agent_who_has_time_ends_the_message()
    {
        using var spoken = Waiting();
        spoken.Speak(2, 3);
        spoken.Release();
        spoken.Box.Line(2).Speak(SpokenBox.Tone(SpokenBox.Voice, 60));
        spoken.Queue.Answer(1);
        spoken.Box.Advance(2);

        Assert.Equal("An agent has time for the caller.", spoken.Box.Entries<MessageEnded>().Single().Why);
        Assert.Equal("ana", spoken.VisitOf(spoken.Owed.Visit).Agent);
        Assert.Empty(spoken.Files);
        Assert.True(QueueBox.SoundAt(SpokenBox.Voice, spoken.Box.Phone(1).Heard()[^8000..]) > 0.5, "the agent hears the caller");
    }

    [Fact]
    public void A_call_that_is_recorded_is_recorded_on_beside_the_message()
    {
        using var spoken = Waiting(isRecorded: true);
        var box = spoken.Box;
        spoken.Speak(2, 4);
        box.Line(2).PressKeys("#");
        spoken.AwaitKept();
        box.Until(() => box.Entries<RecordingEnded>().Any(), 8, "The recording of the call ends");

        var call = box.Entries<RecordingEnded>().Single();
        Assert.Equal(spoken.Owed.Call, call.Call);
        Assert.NotEqual(spoken.Owed.Recording, call.Recording);
        Assert.True(call.Length > spoken.Owed.Length + TimeSpan.FromSeconds(3), "the call was recorded before and after");
    }

    private static SpokenBox Waiting(Func<QueueConfig, QueueConfig>? change = null, FakeDisk? disk = null, bool isRecorded = false)
    {
        var spoken = new SpokenBox(disk, change: change, isRecorded: isRecorded);
        spoken.Occupy();
        spoken.Queue.Call(2);
        spoken.Box.Advance(3);
        return spoken;
    }
}
