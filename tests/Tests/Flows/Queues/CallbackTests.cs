using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Simulated;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>Callers who do not wait on the line, and are called back in their turn.</summary>
public sealed class CallbackTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly QueueBox _queue = new(queue => queue with
    {
        Keys = [new QueueKey('1', null)],
        Callback = new CallbackConfig(Minute, "outside", TimeSpan.FromHours(2)),
    });

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void P36_A_caller_presses_a_key_hangs_up_and_is_called_back_by_the_next_free_agent()
    {
        var box = _queue.Box;
        _queue.LogIn(1);
        TalkOn(line: 1);
        _queue.Call(2, "3125550199");
        box.Advance(5);
        box.Line(2).PressKeys("1");
        box.Until(() => box.Entries<CallbackOwed>().Any(), 5, "The call is owed");
        box.Until(() => box.Entries<CallEnded>().Any(), 10, "The caller's call is over");

        box.Line(1).HangUp();
        box.Advance(1);
        box.Phone(1).HangUp();
        box.Until(() => box.Phone(1).IsRinging, 30, "The agent is rung");
        box.Phone(1).Lift();
        box.Until(() => box.Line(1).DialledDigits == "3125550199", 15, "The customer is called");
        box.Until(() => box.Entries<CallbackEnded>().Any(), 45, "The call back is made");

        Assert.True(box.Entries<CallbackEnded>().Single().IsReached);
        var request = box.Entries<QueueLeft>().Single();
        Assert.Equal(nameof(VisitOutcome.CallbackRequested), request.Outcome);
        Assert.NotNull(request.PromisedBy);
    }

    [Fact]
    public void A_customer_whose_number_is_busy_has_not_been_reached_and_is_called_again()
    {
        var box = _queue.Box;
        box.Line(1).Outgoing = new OutgoingBehaviour.Busy();
        _queue.LogIn(1);
        TalkOn(line: 1);
        _queue.Call(2, "3125550199");
        box.Advance(5);
        box.Line(2).PressKeys("1");
        box.Until(() => box.Entries<CallbackOwed>().Any(), 5, "The call is owed");
        box.Line(1).HangUp();
        box.Advance(1);
        box.Phone(1).HangUp();
        box.Until(() => box.Phone(1).IsRinging, 30, "The agent is rung");
        box.Phone(1).Lift();

        box.Until(() => box.Entries<CallbackOwed>().Count() == 2, 60, "The call is owed once more");

        Assert.Equal(1, box.Entries<CallbackOwed>().Last().Tries);
        Assert.Empty(box.Entries<CallbackEnded>());
    }

    [Fact]
    public void A_caller_without_a_number_keys_one_in()
    {
        var box = _queue.Box;
        _queue.LogIn(1);
        TalkOn(line: 1);
        box.Line(2).Ring(new SimulatedCaller());
        box.Until(() => box.Entries<QueueEntered>().Count() == 2, 20, "The caller comes to the queue");
        box.Advance(3);
        box.Line(2).PressKeys("1");
        box.Advance(2);
        box.Line(2).PressKeys("3125550177#");

        box.Until(() => box.Entries<CallbackOwed>().Any(), 15, "The call is owed");

        Assert.Equal("3125550177", box.Entries<CallbackOwed>().Single().Number);
    }

    private void TalkOn(int line)
    {
        _queue.Call(line);
        _queue.Answer(1);
        _queue.Box.Advance(3);
    }
}
