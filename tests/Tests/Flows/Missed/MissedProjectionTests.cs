using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Missed;

namespace Switchhook.Tests.Flows.Missed;

/// <summary>What the list of missed callers makes of the journal.</summary>
public sealed class MissedProjectionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly MissedBoard _board = new();
    private DateTimeOffset _now = Start;
    private int _calls;
    private long _seq;

    [Fact]
    public void Who_gives_up_is_one_row_however_the_number_is_told()
    {
        Miss("+49301234567", "Lee", seconds: 20, reached: "desk");
        Pass(600);
        Miss("0301234567", null, seconds: 30, line: "main-2");
        var row = Assert.Single(_board.Current.All);
        Assert.Equal(("49301234567", "+49301234567", "Lee", 2), (row.Id, row.Number, row.Name, row.Tries));
        Assert.Equal((Start, Start.AddSeconds(620)), (row.FirstAt, row.LastAt));
        Assert.Equal(["main-1", "main-2"], row.Lines);
        Assert.Equal((MissedState.Open, MissedEnd.GaveUp, (string?)null), (row.State, row.End, row.Reached));

        Pass(60);
        Miss("+493012345678", null, seconds: 30);
        Assert.Equal(2, _board.Current.Waiting);
    }

    [Theory]
    [InlineData("0301234567", "+49301234567")]
    [InlineData("+49301234567", "0301234567")]
    [InlineData("3125550142", "+13125550142")]
    [InlineData("22833", "22833")]
    public void The_same_caller_closes_the_row_by_a_talk(string missed, string told)
    {
        Miss(missed, null, seconds: 20);
        Talk(told);
        var row = Assert.Single(_board.Current.All);
        Assert.Equal((MissedState.Closed, MissedClosing.GotThrough, "phone 101"), (row.State, row.Closing!.Value, row.By));
        Assert.Equal(0, _board.Current.Waiting);
    }

    [Theory]
    [InlineData("+13125550142", "93125550142")]
    [InlineData("+49301234567", "90301234567")]
    [InlineData("+49301234567", "00301234567")]
    [InlineData("+49301234567", "0049301234567")]
    public void A_call_to_the_caller_closes_it_when_it_is_answered(string missed, string dialled)
    {
        Miss(missed, null, seconds: 20);
        var call = Begin(CallDirection.Outbound, null, null, Party.Phone("102"), dialled);
        End(call, CauseCode.NoAnswer);
        Assert.Equal(1, _board.Current.Waiting);

        call = Begin(CallDirection.Outbound, null, null, Party.Phone("102"), dialled);
        Apply(new CallConnected(call, Party.Line("main-1")));
        var row = Assert.Single(_board.Current.All);
        Assert.Equal((MissedState.Closed, MissedClosing.CalledBack, "phone 102"), (row.State, row.Closing!.Value, row.By));
    }

    [Fact]
    public void Who_is_missed_again_after_a_talk_begins_anew()
    {
        Miss("3125550142", "Ann", seconds: 20);
        Miss("3125550142", null, seconds: 20);
        Talk("3125550142");
        Pass(3600);
        Miss("3125550142", null, seconds: 20);
        var row = Assert.Single(_board.Current.All);
        Assert.Equal((MissedState.Open, 1, (MissedClosing?)null, (string?)null), (row.State, row.Tries, row.Closing, row.By));
        Assert.Equal(row.LastAt, row.FirstAt);
    }

    [Theory]
    [InlineData(CauseCode.HungUp, 4, 0)]
    [InlineData(CauseCode.HungUp, 5, 1)]
    [InlineData(CauseCode.FlowEnded, 1, 1)]
    [InlineData(CauseCode.LineFault, 1, 1)]
    [InlineData(CauseCode.Transferred, 60, 0)]
    public void Not_each_end_of_a_call_is_a_missed_call(CauseCode cause, int seconds, int rows)
    {
        var call = Begin(CallDirection.Inbound, "3125550142", null, Party.Line("main-1"), null);
        Pass(seconds);
        End(call, cause);
        Assert.Equal(rows, _board.Current.All.Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("anonymous")]
    [InlineData("12")]
    public void Without_a_number_nobody_can_be_called_back(string? number)
    {
        var call = Begin(CallDirection.Inbound, number, null, Party.Line("main-1"), null);
        Pass(20);
        End(call, CauseCode.HungUp);
        Assert.Empty(_board.Current.All);
    }

    [Fact]
    public void How_it_ended_is_told()
    {
        var (message, promise, closed, fault) = ("3125550001", "3125550002", "3125550003", "3125550004");
        var call = Begin(CallDirection.Inbound, message, null, Party.Line("main-1"), null);
        Apply(new StepTaken(call, "flow", "The call goes through flow night.") { Flow = "night", Path = "" });
        Apply(new VoicemailLeft(call, "desk", "m1", message, null, null));
        Apply(new VoicemailLeft(call, "desk", "m1", message, null, TimeSpan.FromSeconds(4)));
        End(call, CauseCode.HungUp);

        call = Begin(CallDirection.Inbound, promise, null, Party.Line("main-1"), null);
        Apply(new QueueEntered(call, "v1", "desk", "Call", promise, "main-1", null, false, "First."));
        Apply(Owed(call, promise));
        End(call, CauseCode.FlowEnded);

        call = Begin(CallDirection.Inbound, closed, null, Party.Line("main-1"), null);
        Apply(new StepTaken(call, "flow", "The call goes through flow night.") { Flow = "night", Path = "" });
        End(call, CauseCode.FlowEnded);
        End(Begin(CallDirection.Inbound, fault, null, Party.Line("main-1"), null), CauseCode.BoxStopped);

        Assert.Equal((MissedEnd.LeftMessage, "flow night"), (Row(message).End, Row(message).Reached));
        Assert.Equal((MissedEnd.PromisedCall, "queue desk"), (Row(promise).End, Row(promise).Reached));
        Assert.Equal(MissedEnd.TurnedAway, Row(closed).End);
        Assert.Equal(MissedEnd.Fault, Row(fault).End);

        // A promise that was not kept is told; one that a person gives later, too.
        Apply(new CallbackEnded(Row(promise).Call, "v1", "v1-back", false, "Nobody answered three times."));
        Assert.Equal(MissedEnd.GaveUp, Row(promise).End);
        Apply(Owed(Row(closed).Call, closed));
        Assert.Equal(MissedEnd.PromisedCall, Row(closed).End);
        Apply(new MessageEnded(Row(message).Call, "v1", "v1-message", true, true, "The agent has talked with the caller."));
        Assert.Equal(MissedClosing.CalledBack, Row(message).Closing);
    }

    [Fact]
    public void What_people_do_is_on_the_row_until_the_next_talk()
    {
        Miss("3125550142", null, seconds: 20);
        Apply(new MissedChanged("3125550142", "Claimed", "ana"));
        Assert.Equal((MissedState.Claimed, "ana"), (Row("3125550142").State, Row("3125550142").By));

        // He calls once more and gets nobody: ana still wants to call.
        Miss("3125550142", null, seconds: 20);
        Assert.Equal((MissedState.Claimed, "ana", 2), (Row("3125550142").State, Row("3125550142").By, Row("3125550142").Tries));
        Apply(new MissedChanged("3125550142", "Open", "bo"));
        Assert.Equal((MissedState.Open, (string?)null), (Row("3125550142").State, Row("3125550142").By));
        Apply(new MissedChanged("3125550142", "OfANewerVersion", "bo"));
        Assert.Equal(MissedState.Open, Row("3125550142").State);
        Apply(new MissedChanged("3125550142", "Closed", "bo"));
        Assert.Equal((MissedClosing.Dismissed, "bo"), (Row("3125550142").Closing!.Value, Row("3125550142").By));
        Apply(new MissedChanged("3125550142", "Open", "bo"));
        Assert.Equal(MissedState.Closed, Row("3125550142").State);
    }

    [Fact]
    public void Rows_go_after_30_days_and_there_are_never_too_many()
    {
        Miss("3125550142", null, seconds: 20);
        Pass(30 * 86400);
        Miss("3125550143", null, seconds: 20);
        Assert.Equal("3125550143", Assert.Single(_board.Current.All).Number);
        Assert.Null(_board.Current.Of("3125550142"));

        for (var caller = 0; caller < MissedProjection.Most + 10; caller++)
        {
            Miss($"312666{caller:0000}", null, seconds: 20);
        }

        Assert.Equal(MissedProjection.Most, _board.Current.All.Count());
        Assert.Null(_board.Current.Of("3125550143"));
    }

    private MissedCaller Row(string number) => _board.Current.Of(number)!;

    private void Miss(string number, string? name, double seconds, string line = "main-1", string? reached = null)
    {
        var call = Begin(CallDirection.Inbound, number, name, Party.Line(line), null);
        if (reached is not null)
        {
            Apply(new QueueEntered(call, "v1", reached, "Call", number, line, null, false, "First."));
        }

        Pass(seconds);
        End(call, CauseCode.HungUp);
    }

    private void Talk(string number)
    {
        var call = Begin(CallDirection.Inbound, number, null, Party.Line("main-1"), null);
        Apply(new CallConnected(call, Party.Phone("101")));
        Pass(60);
        End(call, CauseCode.HungUp);
    }

    private CallId Begin(CallDirection direction, string? number, string? name, Party from, string? dialled)
    {
        var call = new CallId($"20261123-080000-{++_calls:000000}");
        Apply(new CallStarted(call, direction, from, number, name, "The exchange sent it.", dialled));
        return call;
    }

    private void End(CallId call, CauseCode cause) => Apply(new CallEnded(call, new Cause(cause, "It ended.")));

    private void Apply(JournalEntry entry) => _board.Apply(new JournalEvent(++_seq, _now, entry));

    private void Pass(double seconds) => _now += TimeSpan.FromSeconds(seconds);

    private CallbackOwed Owed(CallId call, string number) =>
        new(call, "v1", "v1-back", "desk", number, _now, TimeSpan.Zero, [], null, _now.AddHours(4), 0);
}
