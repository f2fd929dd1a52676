using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues.Messages;

/// <summary>Callers whom a rule asks for a message instead of a longer wait.</summary>
public sealed class OverflowTests
{
    private static readonly OverflowRule TooLong = new OverflowRule.After(TimeSpan.FromSeconds(20), null) { TakesMessage = true };

    [Fact]
    public void Who_has_waited_too_long_is_asked_for_a_message_that_keeps_the_turn()
    {
        using var spoken = new SpokenBox(change: queue => queue with { Keys = [], Overflow = [TooLong] });
        spoken.Occupy();
        var came = spoken.Box.Driver.Time.GetUtcNow();
        spoken.Queue.Call(2);
        SpeakWhenAsked(spoken, 2);
        spoken.AwaitKept();

        Assert.Equal(VisitOutcome.MessageLeft, spoken.VisitOf(spoken.Owed.Visit).Outcome);
        Assert.InRange((spoken.Owed.Turn - came).TotalSeconds, 0, 10);
        spoken.Release();
        spoken.Queue.Answer(1);
        Assert.Equal("ana", spoken.VisitOf(spoken.Owed.Ticket).Agent);
    }

    [Fact]
    public void Where_nobody_works_a_message_waits_for_who_comes()
    {
        using var spoken = new SpokenBox(
            change: queue => queue with { Keys = [], Overflow = [new OverflowRule.NoAgents(null) { TakesMessage = true }] });
        spoken.Queue.Call(2);
        SpeakWhenAsked(spoken, 2);
        spoken.AwaitKept();
        var visit = spoken.VisitOf(spoken.Owed.Visit);
        Assert.Equal((VisitOutcome.MessageLeft, spoken.Owed.Recording), (visit.Outcome, visit.Message));

        spoken.Queue.LogIn(1);
        spoken.Queue.Answer(1);
        Assert.Equal("ana", spoken.VisitOf(spoken.Owed.Ticket).Agent);
    }

    [Fact]
    public void Who_leaves_none_goes_on_with_the_step_after_the_queue()
    {
        using var spoken = new SpokenBox(change: queue => queue with { Keys = [], Overflow = [TooLong] });
        var box = spoken.Box;
        spoken.Occupy();
        spoken.Queue.Call(2);
        box.Until(() => box.Entries<MessageOwed>().Any(), 40, "The caller is asked for a message");
        box.Until(() => box.Entries<QueueLeft>().Any(), 20, "The caller leaves the queue");

        Assert.Equal(nameof(VisitOutcome.Overflowed), box.Entries<QueueLeft>().Single().Outcome);
        Assert.Contains(QueuePlans.ToMessage, box.Entries<QueueLeft>().Single().Why, StringComparison.Ordinal);
        Assert.Equal(VisitOutcome.Overflowed, spoken.VisitOf(spoken.Owed.Visit).Outcome);
        box.Until(() => spoken.Files.Count == 0, 5, "What was recorded is removed");
    }

    [Fact]
    public void Who_hangs_up_when_asked_has_left_the_queue_by_the_rule()
    {
        using var spoken = new SpokenBox(change: queue => queue with { Keys = [], Overflow = [TooLong] });
        var box = spoken.Box;
        spoken.Occupy();
        spoken.Queue.Call(2);
        box.Until(() => box.Entries<MessageOwed>().Any(), 40, "The caller is asked for a message");
        box.Line(2).HangUp();
        box.Until(() => box.Entries<QueueLeft>().Any(), 10, "The caller leaves the queue");

        Assert.Equal(nameof(VisitOutcome.Overflowed), box.Entries<QueueLeft>().Single().Outcome);
        Assert.Empty(box.Core.Queues.Engine.WaitingIn("desk"));
    }

    private static void SpeakWhenAsked(SpokenBox spoken, int line)
    {
        spoken.Box.Until(() => spoken.Box.Entries<MessageOwed>().Any(), 40, "The caller is asked for a message");
        spoken.Box.Line(line).Speak(SpokenBox.Tone(SpokenBox.Voice, 4));
        spoken.Box.Advance(4);
        spoken.Box.Line(line).PressKeys("#");
    }
}
