using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>What users of other boxes complain about (FEATURES.md §3), on a whole box.</summary>
public sealed class QueueComplaintTests
{
    [Fact]
    public void P18_An_attended_transfer_loses_the_wrap_up()
    {
        using var queue = new QueueBox();
        var box = queue.Box;
        queue.LogIn(1);
        queue.Call(1);
        queue.Answer(1);
        box.Advance(2);
        box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        box.Until(() => queue.StateOf("ana") == AgentState.Holding, 3, "The customer is on hold");
        box.Advance(1);
        box.Phone(1).Dial("104");
        box.Until(() => box.Phone(4).IsRinging, 10, "Phone 104 rings");
        box.Phone(4).Lift();
        box.Advance(3);
        box.Phone(1).HangUp();

        box.Until(() => queue.StateOf("ana") == AgentState.WrapUp, 5, "The wrap-up begins");

        Assert.True(box.Entries<QueueTalkEnded>().Single().Transferred);
        Assert.All(box.Entries<CallEnded>(), ended => Assert.Equal(CauseCode.Transferred, ended.Cause.Code));
    }

    [Fact]
    public void P25_A_key_during_an_announcement_is_not_heard()
    {
        using var queue = new QueueBox(one => one with
        {
            Music = new QueueMusic("calm", [], TimeSpan.FromSeconds(10)) { SaysPosition = true },
            Keys = [new QueueKey('0', "elsewhere")],
        });
        queue.Call(1);
        queue.Box.Advance(0.7);
        queue.Box.Line(1).PressKeys("0");

        queue.Box.Until(() => queue.Box.Phone(4).IsRinging, 3, "The other flow rings phone 104");

        Assert.Equal(nameof(VisitOutcome.ExitKey), queue.Box.Entries<QueueLeft>().Single().Outcome);
    }

    [Fact]
    public void P28_A_missed_call_pauses_the_agent_and_one_key_brings_him_back()
    {
        using var queue = new QueueBox();
        var box = queue.Box;
        queue.LogIn(1);
        queue.Call(1);
        box.Until(() => queue.StateOf("ana") == AgentState.Paused, 40, "The agent is paused");

        // Whoever lifts the phone hears why, before the dial tone.
        box.Phone(1).Lift();
        box.Advance(0.5);
        Assert.True(QueueBox.SoundAt(1500, box.Phone(1).Heard()[^1600..]) > 0.5, "the sentence is said");
        box.Advance(1);
        box.Phone(1).Dial("#");
        box.Advance(2);
        box.Phone(1).HangUp();

        box.Until(() => box.Phone(1).IsRinging, 10, "The agent is rung again");
    }

    [Fact]
    public void P30_An_agent_is_logged_out_when_the_browser_sleeps()
    {
        // There is no browser at all: who logs in at a phone stays logged in until he logs out, for a whole night.
        using var queue = new QueueBox();
        queue.LogIn(1);
        queue.Box.Advance(8 * 3600);

        Assert.Equal(AgentState.Available, queue.StateOf("ana"));
    }

    [Fact]
    public void P33_A_call_of_the_queue_is_shown_twice_once_as_missed()
    {
        using var queue = new QueueBox();
        var box = queue.Box;
        queue.LogIn(2);
        queue.Call(1);
        box.Advance(25);
        queue.Answer(2);
        box.Advance(2);
        box.Line(1).HangUp();
        box.Until(() => box.Entries<CallEnded>().Any(), 10, "The call ends");

        var call = Assert.Single(box.Entries<CallStarted>());
        Assert.All(box.Entries<CallEntry>(), entry => Assert.Equal(call.Call, entry.Call));
        Assert.Equal("102", box.Entries<CallConnected>().Single().By.Name);
    }

    [Fact]
    public void P34_Nobody_can_list_who_abandoned_and_call_them_back()
    {
        using var queue = new QueueBox(one => one with { Callback = Callbacks });
        var box = queue.Box;
        queue.Call(1, "3125550177");
        box.Advance(8);
        box.Line(1).HangUp();
        box.Until(() => box.Entries<CallEnded>().Any(), 10, "The caller has given up");
        var lost = queue.Visits.Values.Single(visit => visit.Outcome == VisitOutcome.Abandoned);

        Assert.Null(box.Driver.Do(() => box.Core.LostCallers.CallBack(lost, "Dana")));
        var again = box.Driver.Do(() => box.Core.LostCallers.CallBack(lost, "Dana"));
        Assert.Equal("3125550177 is called back already, as soon as it is its turn.", again);
        Assert.Equal("Dana", box.Entries<CallbackOwed>().Single().AskedBy);

        queue.LogIn(1);
        box.Until(() => box.Phone(1).IsRinging, 30, "The agent is rung");
        box.Phone(1).Lift();
        box.Until(() => box.Line(1).DialledDigits == "3125550177", 15, "The customer is called");
        box.Until(() => box.Entries<CallbackEnded>().Any(), 45, "The call back is made");
        Assert.NotNull(queue.Visits[lost.Id].CalledBackAt);
        again = box.Driver.Do(() => box.Core.LostCallers.CallBack(queue.Visits[lost.Id], "Dana"));
        Assert.Equal("This caller has been called back already.", again);
    }

    [Theory]
    [InlineData(null, true, "The number of this caller is not known.")]
    [InlineData("3125550177", false, "Queue desk calls nobody back: its callback is not in the site file.")]
    [InlineData("911", true, "911 may not be called over outside: no rule of outbound allows it.")]
    [InlineData("99", true, "99 may not be called over outside: no rule of outbound allows it.")]
    public void P34_Whoever_may_not_be_called_is_not_called_back(string? number, bool callsBack, string why)
    {
        using var queue = new QueueBox(one => one with { Callback = callsBack ? Callbacks : null });
        var at = queue.Box.Driver.Time.GetUtcNow();
        var lost = new Visit
        {
            Id = "a-1",
            Call = "a",
            Queue = "desk",
            Caller = number,
            EnteredAt = at,
            LeftAt = at,
            Outcome = VisitOutcome.Abandoned,
        };

        Assert.Equal(why, queue.Box.Driver.Do(() => queue.Box.Core.LostCallers.CallBack(lost, "Dana")));
        Assert.Empty(queue.Box.Entries<CallbackOwed>());
    }

    private static CallbackConfig Callbacks { get; } = new(TimeSpan.FromMinutes(1), "outside", TimeSpan.FromHours(2));
}
