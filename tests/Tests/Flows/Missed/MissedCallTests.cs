using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Missed;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Missed;

/// <summary>Missed callers of a whole box.</summary>
public sealed class MissedCallTests : IDisposable
{
    private const string Id = "3125550142";

    private readonly QueueBox _queue = new();

    public void Dispose() => _queue.Dispose();

    private MissedDesk Desk => _queue.Box.Core.Switchboard.Missed;

    private MissedCaller Row => Assert.Single(_queue.Box.Core.MissedBoard.Current.All);

    [Fact]
    public void A_caller_who_gives_up_in_a_queue_is_missed_until_he_gets_through()
    {
        Miss();
        Assert.Equal((MissedState.Open, MissedEnd.GaveUp, "queue desk"), (Row.State, Row.End, Row.Reached));

        _queue.LogIn(1);
        _queue.Call(2);
        Assert.Equal(MissedState.Open, Row.State);
        _queue.Answer(1);
        Assert.Equal((MissedState.Closed, MissedClosing.GotThrough, "phone 101"), (Row.State, Row.Closing!.Value, Row.By));
    }

    [Fact]
    public void One_person_takes_a_caller_on_and_the_others_are_told()
    {
        Miss();
        Do(() => Assert.Null(Desk.Claim(Id, "ana")));
        Assert.Equal((MissedState.Claimed, "ana"), (Row.State, Row.By));
        Do(() =>
        {
            Assert.Equal("ana has taken this caller on already.", Desk.Claim(Id, "bo"));
            Assert.Null(Desk.Claim(Id, "ana"));
        });
        Assert.Single(_queue.Box.Entries<MissedChanged>());
        Do(() =>
        {
            Assert.Null(Desk.Release(Id, "bo"));
            Assert.Null(Desk.Release(Id, "bo"));
            Assert.Null(Desk.Dismiss(Id, "bo"));
            Assert.Equal("This caller is not on the list any more.", Desk.Claim(Id, "ana"));
            Assert.Equal("This caller is not on the list any more.", Desk.Dismiss("999", "ana"));
        });
        Assert.Equal(
            [
                "The missed caller 3125550142 is taken on by ana.",
                "The missed caller 3125550142 is given back by bo.",
                "The missed caller 3125550142 is taken off the list by bo.",
            ],
            _queue.Box.Entries<MissedChanged>().Select(entry => entry.Words));
    }

    [Fact]
    public void A_phone_is_rung_and_dials_the_caller_and_his_answer_closes_the_row()
    {
        Miss();
        Do(() => Assert.Null(Desk.Call(Id, "104", "ana")));
        Assert.Equal((MissedState.Claimed, "ana at phone 104"), (Row.State, Row.By));
        _queue.Box.Until(() => _queue.Box.Phone(4).IsRinging, 5, "The phone rings");
        Do(() => Assert.StartsWith("Phone 104 cannot be rung", Desk.Call(Id, "104", "bo"), StringComparison.Ordinal));
        Assert.Equal("ana at phone 104", Row.By);
        _queue.Box.Phone(4).Lift();
        _queue.Box.Until(() => Row.State == MissedState.Closed, 60, "The caller answers");
        Assert.Equal((MissedClosing.CalledBack, "phone 104"), (Row.Closing!.Value, Row.By));
        Assert.Contains(_queue.Box.Entries<CallStarted>(), call => call is { Direction: CallDirection.Outbound, Dialled: "93125550142" });
        _queue.Box.Phone(4).HangUp();
        _queue.Box.Advance(2);
    }

    [Fact]
    public void What_the_journal_tells_makes_the_same_list_again()
    {
        Miss();
        Do(() => Assert.Null(Desk.Claim(Id, "ana")));
        var board = new MissedBoard();
        board.Restore(_queue.Box.Journal);
        Assert.Equal(Row, Assert.Single(board.Current.All));
    }

    private void Miss()
    {
        _queue.Call(1);
        _queue.Box.Advance(6);
        _queue.Box.Line(1).HangUp();
        _queue.Box.Until(() => _queue.Box.Entries<CallEnded>().Any(), 20, "The call is over");
    }

    private void Do(Action action) => _queue.Box.Driver.Do(action);
}
