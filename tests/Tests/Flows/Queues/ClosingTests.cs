using System.Globalization;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Simulated;
using Switchhook.Site.Opening;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>
/// Callers who come when it is closed, or so late that nobody gets to them. The box of the tests begins on a Monday at 08:00.
/// </summary>
public sealed class ClosingTests
{
    private const string Customer = "3125550199";

    [Fact]
    public void Who_comes_when_it_is_closed_hears_when_it_opens_and_is_called_then()
    {
        using var queue = Box("08:02-20:00");
        var box = queue.Box;
        queue.LogIn(1);
        box.Line(1).Ring(new SimulatedCaller { Number = Customer });
        Until(queue, "We are closed now. We open again today at 8:02 AM. Press 1 to be called back without losing your place.");
        box.Advance(1);
        box.Line(1).PressKeys("1");
        box.Until(() => box.Entries<CallEnded>().Any(), 15, "The caller's call is over");

        var owed = box.Entries<CallbackOwed>().Single();
        Assert.Equal((Customer, At("08:02")), (owed.Number, owed.NotBefore));
        Assert.Equal(At("10:02"), owed.PromisedBy);
        Assert.Equal(nameof(VisitOutcome.CallbackRequested), box.Entries<QueueLeft>().Single().Outcome);
        AssertCalledAt(queue, At("08:02"));
    }

    [Fact]
    public void Who_wants_no_call_goes_on_with_the_next_step_and_is_counted_as_turned_away()
    {
        using var queue = Box("09:00-20:00");
        var box = queue.Box;
        queue.LogIn(1);
        box.Line(1).Ring(new SimulatedCaller { Number = Customer });

        box.Until(() => box.Entries<CallEnded>().Any(), 30, "The flow hangs up");

        Assert.Equal(nameof(VisitOutcome.TurnedAway), box.Entries<QueueLeft>().Single().Outcome);
        Assert.Empty(box.Entries<QueueOffered>());
        Assert.Empty(box.Entries<CallbackOwed>());
    }

    [Fact]
    public void Who_hangs_up_when_it_is_closed_has_not_given_up_waiting()
    {
        using var queue = Box("09:00-20:00");
        var box = queue.Box;
        box.Line(1).Ring(new SimulatedCaller { Number = Customer });
        Until(queue, "We are closed now.");
        box.Line(1).HangUp();
        box.Until(() => box.Entries<CallEnded>().Any(), 10, "The call is over");

        Assert.Equal(nameof(VisitOutcome.TurnedAway), box.Entries<QueueLeft>().Single().Outcome);
    }

    [Fact]
    public void A_rule_sends_callers_elsewhere_at_once()
    {
        using var queue = Box("09:00-20:00", one => one with { Overflow = [new OverflowRule.Closed("elsewhere")] });
        var box = queue.Box;
        queue.LogIn(1);
        queue.Call(1);

        box.Until(() => box.Phone(4).IsRinging, 5, "The other flow rings phone 104");

        Assert.Equal("Leaves queue desk for elsewhere: the queue is closed.", box.Entries<QueueLeft>().Single().Words);
        Assert.DoesNotContain(box.Entries<StepTaken>(), step => step.Why.StartsWith("The caller is told", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_not_reached_before_closing_is_told_so_at_once_and_called_when_it_opens()
    {
        // One talks, and a talk takes three minutes as far as the box knows: the next is not reached before 08:02.
        using var queue = Box("08:00-08:02, 08:03-20:00");
        var box = queue.Box;
        queue.LogIn(1);
        TalkOn(queue);
        queue.Call(2, Customer);
        Until(
            queue,
            "We are sorry. We cannot reach you before we close. We open again today at 8:03 AM. "
                + "Press 1 to be called back without losing your place.");
        box.Advance(2);
        box.Line(2).PressKeys("1");
        box.Until(() => box.Entries<CallbackOwed>().Any(), 5, "The call is owed");

        Assert.Equal(At("08:03"), box.Entries<CallbackOwed>().Single().NotBefore);
        Assert.True(box.Entries<CallbackOwed>().Single().Turn < At("08:01"), "The time stamp is kept");

        // The agent is free long before that, and nobody is called.
        HangUp(queue);
        AssertCalledAt(queue, At("08:03"));
    }

    [Fact]
    public void Who_is_reached_in_time_is_not_told_of_closing()
    {
        using var queue = Box("08:00-08:30");
        queue.LogIn(1);
        TalkOn(queue);
        queue.Call(2, Customer);
        queue.Box.Advance(5);

        Assert.DoesNotContain(queue.Box.Entries<StepTaken>(), step => step.Why.Contains("before we close", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_waits_at_closing_is_served_and_hears_the_truth_when_the_last_agent_goes_home()
    {
        using var queue = Box("08:00-08:01");
        var box = queue.Box;
        queue.LogIn(1);
        TalkOn(queue);
        queue.Call(2, Customer);
        queue.Call(3, "3125550177");
        box.Advance(60);
        Assert.Equal(2, box.Core.Queues.Engine.WaitingIn("desk").Count());

        HangUp(queue);
        queue.Answer(1);
        box.Advance(1);
        box.Line(2).HangUp();
        box.Until(() => box.Entries<QueueTalkEnded>().Count() == 2, 10, "The second talk is over");
        box.Phone(1).HangUp();
        box.Advance(1);
        queue.Dial(1, "*42");

        Until(queue, "We are closed now. We open again on Monday at 8 AM.");
        box.Until(() => box.Entries<QueueLeft>().Any(), 20, "The last caller goes on");
        Assert.Equal(nameof(VisitOutcome.Overflowed), box.Entries<QueueLeft>().Single().Outcome);
    }

    [Fact]
    public void Who_leaves_a_number_while_the_last_agent_goes_home_is_asked_once_and_called_when_it_opens()
    {
        using var queue = Box("08:00-08:01, 08:03-20:00");
        var box = queue.Box;
        queue.LogIn(1);
        queue.Dial(1, "*431");
        box.Line(2).Ring(new SimulatedCaller());
        box.Until(() => box.Entries<QueueEntered>().Any(), 20, "The caller comes to the queue");
        box.Until(() => box.Driver.Time.GetUtcNow() > At("08:01"), 60, "It is closed");
        box.Line(2).PressKeys("1");
        box.Advance(2);
        queue.Dial(1, "*42");
        box.Line(2).PressKeys(Customer + "#");
        box.Until(() => box.Entries<CallbackOwed>().Any(), 15, "The call is owed");

        var owed = box.Entries<CallbackOwed>().Single();
        Assert.Equal((Customer, At("08:03")), (owed.Number, owed.NotBefore));
        Assert.Equal(nameof(VisitOutcome.CallbackRequested), box.Entries<QueueLeft>().Single().Outcome);
        Assert.DoesNotContain(box.Entries<StepTaken>(), step => step.Why.StartsWith("The caller is told", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_owed_in_turn_is_not_dialled_after_closing()
    {
        using var queue = Box("08:00-08:01, 08:04-20:00");
        var box = queue.Box;
        queue.Call(1, Customer);
        box.Advance(3);
        box.Line(1).PressKeys("1");
        box.Until(() => box.Entries<CallbackOwed>().Any(), 5, "The call is owed");
        Assert.Null(box.Entries<CallbackOwed>().Single().NotBefore);
        box.Until(() => box.Driver.Time.GetUtcNow() > At("08:01"), 60, "It is closed");
        queue.LogIn(1);

        AssertCalledAt(queue, At("08:04"));
    }

    [Fact]
    public void Nobody_is_missed_outside_the_hours()
    {
        using var queue = Box("08:01-08:04", one => one with { Alarms = new QueueAlarms(null, null, null, 1) });
        var box = queue.Box;
        box.Advance(30);
        Assert.Empty(box.Entries<AlarmChanged>());

        box.Until(() => box.Entries<AlarmChanged>().Any(alarm => alarm.On), 120, "The alarm");
        Assert.InRange(box.Driver.Time.GetUtcNow(), At("08:02"), At("08:03"));
        box.Until(() => box.Entries<AlarmChanged>().Any(alarm => !alarm.On), 240, "Its end");
        Assert.InRange(box.Driver.Time.GetUtcNow(), At("08:04"), At("08:06"));
    }

    [Fact]
    public void What_is_owed_for_later_is_known_after_a_restart()
    {
        CallbackOwed owed;
        using (var queue = Box("08:02-20:00"))
        {
            queue.Box.Line(1).Ring(new SimulatedCaller { Number = Customer });
            Until(queue, "We are closed now.");
            queue.Box.Line(1).PressKeys("1");
            queue.Box.Until(() => queue.Box.Entries<CallbackOwed>().Any(), 15, "The call is owed");
            owed = queue.Box.Entries<CallbackOwed>().Single();
        }

        using var again = Box("08:02-20:00");
        again.Box.Driver.Do(() => again.Box.Core.Switchboard.RestoreCallbacks([owed]));
        again.LogIn(1);

        AssertCalledAt(again, At("08:02"));
        Assert.Equal(owed.Turn, again.Box.Entries<QueueEntered>().Single().Turn);
    }

    private static QueueBox Box(string monday, Func<QueueConfig, QueueConfig>? change = null)
    {
        var ranges = monday.Split(", ").Select(range => range.Split('-'))
            .Select(range => new HoursRange(DayOfWeek.Monday, TimeOfDay(range[0]), TimeOfDay(range[1])));
        return new QueueBox(
            queue =>
            {
                queue = queue with
                {
                    Hours = "office",
                    Keys = [new QueueKey('1', null)],
                    Callback = new CallbackConfig(TimeSpan.FromMinutes(1), "outside", TimeSpan.FromHours(2)),
                };
                return change?.Invoke(queue) ?? queue;
            },
            site => site with { Hours = site.Hours.Add("office", new HoursConfig("office", [.. ranges])) });
    }

    private static void TalkOn(QueueBox queue)
    {
        queue.Call(1, "3125550142");
        queue.Answer(1);
        queue.Box.Advance(3);
    }

    private static void HangUp(QueueBox queue)
    {
        queue.Box.Line(1).HangUp();
        queue.Box.Advance(2);
        queue.Box.Phone(1).HangUp();
    }

    private static void Until(QueueBox queue, string told) => queue.Box.Until(
        () => queue.Box.Entries<StepTaken>().Any(step => step.Why.Contains(told, StringComparison.Ordinal)), 20, $"\"{told}\"");

    // Nobody is rung before, and then the customer is called.
    private static void AssertCalledAt(QueueBox queue, DateTimeOffset moment)
    {
        var box = queue.Box;
        var before = box.Entries<QueueOffered>().Count();
        box.Until(() => box.Entries<QueueOffered>().Count() > before, 300, "The agent is rung");
        Assert.InRange(box.Driver.Time.GetUtcNow(), moment, moment + TimeSpan.FromSeconds(1));
        box.Until(() => box.Phone(1).IsRinging, 5, "The phone rings");
        box.Phone(1).Lift();
        box.Until(() => Enumerable.Range(1, 4).Any(line => box.Line(line).DialledDigits == Customer), 15, "The customer is called");
    }

    private static TimeSpan TimeOfDay(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture).ToTimeSpan();

    private static DateTimeOffset At(string time) => new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero) + TimeOfDay(time);
}
