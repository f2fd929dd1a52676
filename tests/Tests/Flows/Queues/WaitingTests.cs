using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>The caller's time in the queue.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void A_caller_who_gives_up_is_counted_and_the_agent_stops_ringing()
    {
        using var queue = new QueueBox();
        var box = queue.Box;
        queue.LogIn(1);
        queue.Call(1);
        box.Until(() => box.Phone(1).IsRinging, 10, "The agent is rung");
        box.Advance(7);
        box.Line(1).HangUp();
        box.Until(() => !box.Phone(1).IsRinging, 10, "The agent is rung no longer");

        Assert.Equal(nameof(VisitOutcome.Abandoned), box.Entries<QueueLeft>().Single().Outcome);
        Assert.Equal(nameof(OfferResult.Withdrawn), box.Entries<QueueOfferEnded>().Single().Result);
        box.Advance(1);
        Assert.Equal(AgentState.Available, queue.StateOf("ana"));
        Assert.Empty(box.Core.QueueBoard.Current.Visits);
    }

    [Fact]
    public void A_queue_without_agents_overflows_at_once_and_a_long_wait_does_later()
    {
        using var queue = new QueueBox(one => one with
        {
            Overflow = [new OverflowRule.NoAgents("elsewhere"), new OverflowRule.After(TimeSpan.FromSeconds(60), "elsewhere")],
        });
        var box = queue.Box;
        queue.Call(1);
        box.Until(() => box.Phone(4).IsRinging, 5, "The other flow rings phone 104");
        Assert.Equal(nameof(VisitOutcome.TurnedAway), box.Entries<QueueLeft>().Single().Outcome);
        box.Line(1).HangUp();
        box.Advance(5);

        queue.LogIn(1);
        queue.Dial(1, "*431");
        queue.Call(2);
        box.Advance(50);
        Assert.False(box.Phone(4).IsRinging);
        box.Until(() => box.Phone(4).IsRinging, 15, "The other flow rings phone 104");

        Assert.Equal("Leaves queue desk for elsewhere: it has waited 1 min.", box.Entries<QueueLeft>().Last().Words);
    }

    [Fact]
    public void A_customer_of_a_grade_comes_before_those_who_came_a_little_earlier()
    {
        using var queue = new QueueBox(site: site => site with
        {
            Grades = site.Grades.Add("gold", new GradeConfig("gold", TimeSpan.FromMinutes(5), ["+13125550177"])),
        });
        var box = queue.Box;
        queue.Call(1, "3125550142");
        queue.Call(2, "3125550177");
        queue.LogIn(1);
        queue.Answer(1);

        var joined = box.Entries<QueueJoined>().Single();
        var gold = box.Entries<CallStarted>().Single(call => call.CallerNumber == "3125550177");
        Assert.Equal(gold.Call, joined.Call);
        Assert.Contains(box.Entries<StepTaken>(), step => step.Why == "The caller's number is of grade gold.");
    }

    [Fact]
    public void A_customer_gets_the_agent_of_the_last_talk_while_that_one_is_busy_for_a_moment_only()
    {
        using var queue = new QueueBox(one => one with { LastAgent = TimeSpan.FromSeconds(30), WrapUp = TimeSpan.FromSeconds(15) });
        var box = queue.Box;
        queue.LogIn(1);
        queue.Call(1, "3125550142");
        queue.Answer(1);
        box.Advance(2);
        box.Line(1).HangUp();
        box.Until(() => queue.StateOf("ana") == AgentState.WrapUp, 10, "The first call is over");
        box.Phone(1).HangUp();
        queue.Dial(2, "*4112");

        queue.Call(2, "3125550142");
        queue.Answer(1);

        Assert.DoesNotContain(box.Entries<QueueOffered>(), offer => offer.Agent == "bo");
    }

    [Fact]
    public void P24_An_agent_hears_dead_air_while_the_announcement_plays_out()
    {
        using var queue = new QueueBox(one => one with
        {
            Music = new QueueMusic("calm", [], TimeSpan.FromSeconds(10)) { SaysPosition = true },
        });
        var box = queue.Box;
        queue.Call(1);
        queue.LogIn(1);
        box.Until(() => box.Phone(1).IsRinging, 30, "The agent is rung");
        box.Line(1).Speak(Enumerable.Range(0, 8000).Select(n => (short)(6000 * Math.Sin(n * 0.5))).ToArray(), loop: true);
        box.Phone(1).Lift();
        box.Until(() => box.Entries<QueueJoined>().Any(), 3, "They are joined");

        // 200 ms after the answer each hears the other.
        box.Advance(0.2);
        Assert.Contains(box.Phone(1).Heard().TakeLast(160), sample => Math.Abs((int)sample) > 500);
    }

    [Fact]
    public void The_agents_display_tells_the_queue()
    {
        using var queue = new QueueBox();
        queue.LogIn(1);
        queue.Call(1);
        queue.Box.Until(() => queue.Box.Phone(1).Display is not null, 10, "The display shows something");

        Assert.Contains("desk", queue.Box.Phone(1).Display!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_supervisor_dials_a_code_and_listens()
    {
        using var queue = new QueueBox();
        var box = queue.Box;
        queue.LogIn(3);
        queue.Call(1);
        queue.Answer(1);
        box.Advance(2);
        box.Phone(3).Lift();
        box.Advance(1);
        box.Phone(3).Dial("*4711");

        box.Until(() => box.Entries<StepTaken>().Any(step => step.Step == "supervision"), 5, "The supervisor listens");

        Assert.Equal(Party.Phone("103"), box.Entries<LegStarted>().Last().Party);
    }

    [Fact]
    public void Who_is_no_supervisor_listens_to_nobody()
    {
        using var queue = new QueueBox();
        queue.LogIn(2);
        queue.Call(1);
        queue.Answer(1);
        queue.Dial(2, "*4711");

        Assert.DoesNotContain(queue.Box.Entries<StepTaken>(), step => step.Step == "supervision");
    }
}
