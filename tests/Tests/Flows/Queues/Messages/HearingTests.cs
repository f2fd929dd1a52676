using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Journal;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues.Messages;

/// <summary>Agents who hear messages in the turn of their callers.</summary>
public sealed class HearingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpokenBox _spoken;

    public HearingTests() => _spoken = new SpokenBox(folder: _folder);

    private TestBox Box => _spoken.Box;

    public void Dispose()
    {
        _spoken.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_message_is_heard_before_the_caller_who_came_after_it()
    {
        LeaveMessage();
        _spoken.Queue.Call(3, "3125550133");
        _spoken.Release();
        _spoken.Queue.Answer(1);
        Box.Advance(3);

        Assert.True(_spoken.VoiceHeard(1, 2) > 0.5, "the message is heard");
        Assert.Equal(_spoken.Owed.Ticket, Box.Entries<QueueJoined>().Last().Visit);
        Box.Advance(3);
        Box.Phone(1).Dial("3");
        Box.Until(() => Box.Entries<MessageEnded>().Any(), 5, "The message is done");
        Assert.True(Box.Entries<MessageEnded>().Single().IsHeard);
        Box.Phone(1).HangUp();
        Box.Until(() => _spoken.Queue.StateOf("ana") == AgentState.WrapUp, 5, "The time after it begins");

        _spoken.Queue.Answer(1);
        Assert.Equal("3125550133", _spoken.VisitOf(Box.Entries<QueueJoined>().Last().Visit).Caller);
    }

    [Fact]
    public void It_counts_as_work_of_the_agent_and_not_as_an_answer_within_the_service_level()
    {
        LeaveMessage();
        _spoken.Release();
        _spoken.Queue.Answer(1);
        Box.Advance(5);
        Box.Phone(1).Dial("3");
        Box.Until(() => Box.Entries<MessageEnded>().Any(), 5, "The message is done");
        Box.Phone(1).HangUp();
        Box.Advance(15);

        var now = Box.Driver.Time.GetUtcNow();
        var figures = new QueueReport(
            _spoken.Queue.Visits.Values, new Interval(now.AddHours(-1), now.AddHours(1)), new FigureRules(), now).Whole;
        Assert.Equal((2, 1, 1), (figures.Offered.Count, figures.Answered.Count, figures.Behind(FigureName.MessageLeft).Count));
        Assert.Equal(2, figures.Handled.Count);
        Assert.Equal(0.5, figures.Value(FigureName.ServiceLevelOfOffered));
        var heard = figures.Handled.Single(visit => visit.Kind == WorkKind.Message);
        Assert.InRange((heard.TalkEndedAt - heard.AnsweredAt)!.Value.TotalSeconds, 5, 8);
        Assert.False(heard.Transferred);

        // Nobody has talked with the caller.
        Assert.Null(new QueueReport(_spoken.Queue.Visits.Values, new Interval(now.AddHours(-1), now), new FigureRules(), now)
            .ReachedAt(_spoken.VisitOf(_spoken.Owed.Visit)));
    }

    [Fact]
    public void Who_hangs_up_too_early_gives_it_back_to_its_place()
    {
        LeaveMessage();
        _spoken.Queue.Call(3, "3125550133");
        var first = _spoken.Owed;
        _spoken.Release();
        _spoken.Queue.Answer(1);
        Box.Advance(1);
        Box.Phone(1).HangUp();
        Box.Until(() => _spoken.Owed.Ticket != first.Ticket, 5, "The message waits again");

        Assert.Equal((first.Turn, first.Recording), (_spoken.Owed.Turn, _spoken.Owed.Recording));
        Assert.Equal(_spoken.Owed.Ticket, Box.Core.Queues.Engine.WaitingIn("desk").First().Item.Id);
        _spoken.Queue.Answer(1);
        Box.Advance(6);

        // Heard to the end: a hang-up is as good as a key.
        Box.Phone(1).HangUp();
        Box.Until(() => Box.Entries<MessageEnded>().Any(), 5, "The message is done");
        Assert.True(Box.Entries<MessageEnded>().Single().IsHeard);
    }

    [Fact]
    public void A_key_plays_it_again_and_another_one_calls_the_caller()
    {
        LeaveMessage();
        _spoken.Release();
        _spoken.Queue.Answer(1);
        Box.Advance(6);
        Box.Phone(1).Dial("1");
        Box.Advance(3);
        Assert.True(_spoken.VoiceHeard(1, 2) > 0.5, "the message is heard again");

        Box.Phone(1).Dial("2");
        Box.Until(() => Box.Line(1).DialledDigits == "3125550142", 15, "The caller is called");
        Box.Until(() => Box.Entries<MessageEnded>().Any(), 45, "The caller answers");
        Assert.True(Box.Entries<MessageEnded>().Single() is { IsHeard: true, IsReached: true });
        Assert.NotNull(_spoken.VisitOf(_spoken.Owed.Visit).CalledBackAt);
    }

    [Fact]
    public void Who_does_not_answer_the_agent_is_called_back_later()
    {
        LeaveMessage();
        _spoken.Release();
        _spoken.Queue.Answer(1);
        Box.Advance(6);
        for (var line = 1; line <= 4; line++)
        {
            Box.Line(line).Unplug();
        }

        Box.Advance(2);
        Box.Phone(1).Dial("2");
        Box.Until(() => Box.Entries<MessageEnded>().Any(), 60, "The caller is not reached");
        Box.Phone(1).HangUp();
        Box.Advance(1);

        var owed = Box.Entries<CallbackOwed>().Single();
        Assert.Equal(("3125550142", _spoken.Owed.Visit, _spoken.Owed.Turn), (owed.Number, owed.Visit, owed.Turn));
        Assert.NotNull(owed.NotBefore);
        Assert.Equal(WorkKind.Callback, Box.Core.Queues.Engine.WaitingIn("desk").Single().Item.Kind);
    }

    [Fact]
    public void Messages_survive_a_restart_and_so_does_one_that_a_stop_cut_off()
    {
        LeaveMessage();
        _spoken.Queue.Call(3, "3125550133");
        Box.Advance(3);
        _spoken.Speak(3, 5);
        Box.Advance(1);
        var (whole, begun) = (Box.Entries<MessageOwed>().Last(one => one.Length is not null), _spoken.Owed);
        Assert.Null(begun.Length);

        using var next = new SpokenBox(folder: _folder);
        next.Box.Driver.Do(() => next.Box.Core.Switchboard.RestoreMessages(
            [whole, begun, begun with { Visit = "x-1", Recording = "20260101-none" }]));
        next.Queue.LogIn(1);
        next.Queue.Answer(1);

        Assert.Equal(whole.Ticket, next.Box.Entries<QueueJoined>().Single().Visit);
        var cut = next.Box.Entries<MessageOwed>().Single();
        Assert.Equal((begun.Recording, true), (cut.Recording, cut.IsCutOff));
        Assert.InRange(cut.Length!.Value.TotalSeconds, 4, 7);
        Assert.Equal("x-1", next.Box.Entries<MessageEnded>().Single().Visit);
        var left = next.Box.Entries<QueueLeft>().Single();
        Assert.Equal((begun.Visit, nameof(VisitOutcome.MessageLeft)), (left.Visit, left.Outcome));
    }

    private void LeaveMessage()
    {
        _spoken.Occupy();
        _spoken.Queue.Call(2);
        Box.Advance(3);
        _spoken.Speak(2, 4);
        Box.Line(2).PressKeys("#");
        _spoken.AwaitKept();
        Box.Until(() => Box.Entries<CallEnded>().Any(), 5, "The caller's call is over");
    }
}
