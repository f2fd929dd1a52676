using Switchhook.Acd;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>Queues that close, and work that is put off to another time.</summary>
public sealed class OpeningTests
{
    private static readonly AcdEvent.LinesChanged Lines = new("outside", 4);

    [Fact]
    public void Outside_its_hours_a_queue_lets_nobody_in()
    {
        var rig = new EngineRig(Queue() with { IsOpen = false }).LogIn("ana").Arrive("caller", "q");

        var overflow = Assert.IsType<AcdDecision.Overflow>(Assert.Single(rig.Latest));
        Assert.Equal("Leaves queue q: the queue is closed.", overflow.Words);
        Assert.Empty(rig.Engine.WaitingIn("q"));
    }

    [Fact]
    public void A_rule_sends_those_who_come_too_late_elsewhere()
    {
        var closed = Queue() with { IsOpen = false, Overflow = [new OverflowPlan.Closed("night")] };
        var rig = new EngineRig(closed).LogIn("ana").Arrive("caller", "q");
        Assert.Equal("night", Assert.IsType<AcdDecision.Overflow>(Assert.Single(rig.Latest)).To);

        rig.Do(Plan(closed with { IsOpen = true })).Arrive("next", "q");
        Assert.Equal(["ana"], rig.RingingFor("next"));
    }

    [Fact]
    public void Who_is_there_at_closing_is_served_while_an_agent_is()
    {
        var rig = new EngineRig(Queue()).LogIn("ana").Arrive("talks", "q").Take("talks", "ana").Arrive("one", "q").Arrive("two", "q");
        rig.Do(Plan(Queue() with { IsOpen = false }));
        Assert.Equal(["one", "two"], rig.Engine.WaitingIn("q").Select(waiting => waiting.Item.Id));

        rig.Hang("ana");
        Assert.Equal(["ana"], rig.RingingFor("one"));
        rig.Take("one", "ana").Do(new AcdEvent.AgentLoggedOut("ana", "went home"));

        var left = Assert.Single(rig.Latest.OfType<AcdDecision.Overflow>());
        Assert.Equal(("two", OverflowKind.Closed), (left.Item, left.Reason.Kind));
    }

    [Fact]
    public void Who_waits_for_nobody_at_closing_leaves_then()
    {
        var rig = new EngineRig(Queue()).Arrive("caller", "q");
        Assert.Single(rig.Engine.WaitingIn("q"));

        rig.Do(Plan(Queue() with { IsOpen = false }));

        Assert.Equal(OverflowKind.Closed, Assert.Single(rig.Latest.OfType<AcdDecision.Overflow>()).Reason.Kind);
    }

    [Fact]
    public void P37_What_is_owed_is_called_first_in_the_morning_and_never_more_than_agents_are_free()
    {
        var rig = new EngineRig(Queue("ana", "bo") with { IsOpen = false }).Do(Lines).LogIn("ana", "bo");
        var asked = rig.Now;
        rig.Arrive("owed 1", "q", Owed).Wait(60).Arrive("owed 2", "q", Owed).Wait(60).Arrive("owed 3", "q", Owed).Wait(12 * 3600);
        Assert.Empty(rig.All.OfType<AcdDecision.Offer>());

        rig.Do(Plan(Queue("ana", "bo"))).Arrive("caller", "q");
        Assert.Equal(["owed 1", "owed 2"], rig.All.OfType<AcdDecision.Offer>().Select(offer => offer.Item));
        Assert.Equal(["owed 1", "owed 2", "owed 3", "caller"], rig.Engine.WaitingIn("q").Select(waiting => waiting.Item.Id));
        Assert.Equal(asked, rig.Engine.WaitingIn("q").First().Item.Turn);

        rig.Take("owed 2", "bo").Hang("bo");
        Assert.Equal(["bo"], rig.RingingFor("owed 3"));
    }

    [Fact]
    public void A_call_back_that_rings_at_closing_rings_no_longer_and_one_that_is_taken_is_made()
    {
        var rig = new EngineRig(Queue("ana", "bo")).Do(Lines).LogIn("ana", "bo").Arrive("taken", "q", Owed).Arrive("rings", "q", Owed);
        rig.Accept("taken", "ana").Do(Plan(Queue("ana", "bo") with { IsOpen = false }));

        Assert.Equal([new AcdDecision.Withdraw("rings", "bo", WithdrawReason.Closed)], rig.Latest.OfType<AcdDecision.Withdraw>());
        Assert.Equal(AgentState.Available, rig.StateOf("bo"));
        rig.Join("taken", "ana");
        Assert.Equal(AgentState.Talking, rig.StateOf("ana"));

        rig.Wait(3600).Do(Plan(Queue("ana", "bo")));
        Assert.Equal(["bo"], rig.RingingFor("rings"));
    }

    [Fact]
    public void What_is_put_off_is_before_nobody_until_its_time()
    {
        var rig = new EngineRig(Queue() with { MostWaiting = 2, Overflow = [new OverflowPlan.Waiting(2, "full")] }).Do(Lines).LogIn("ana");
        rig.Arrive("talks", "q").Take("talks", "ana");
        var time = rig.Now + TimeSpan.FromMinutes(10);
        rig.Arrive("put off 1", "q", work => Owed(work) with { NotBefore = time })
            .Arrive("put off 2", "q", work => Owed(work) with { NotBefore = time })
            .Arrive("caller", "q");

        Assert.Equal(1, rig.Engine.TellPlace("caller"));
        var alone = rig.Engine.ForecastWait("caller");
        Assert.Equal(TimeSpan.FromMinutes(3), alone);
        rig.Arrive("second", "q");
        Assert.Equal(2, rig.Engine.TellPlace("second"));

        // Then each is before those who came after it, though nobody is told of a worse place than before.
        rig.Wait(600);
        Assert.Equal(1, rig.Engine.TellPlace("caller"));
        Assert.Equal(TimeSpan.FromMinutes(9), rig.Engine.ForecastWait("caller"));
        rig.Hang("ana");
        Assert.Equal(["ana"], rig.RingingFor("put off 1"));
    }

    [Fact]
    public void What_is_put_off_has_waited_since_its_time_only()
    {
        var members = Queue() with { Members = [new("ana", TimeSpan.FromSeconds(30))] };
        var rig = new EngineRig(members).Do(Lines).LogIn("ana");
        rig.Arrive("put off", "q", work => Owed(work) with { NotBefore = rig.Now + TimeSpan.FromHours(1) }).Wait(3600 + 29);
        Assert.Empty(rig.RingingFor("put off"));

        rig.Wait(1);

        Assert.Equal(["ana"], rig.RingingFor("put off"));
        Assert.Equal(TimeSpan.FromSeconds(30), rig.All.OfType<AcdDecision.Offer>().Single().Reason.Waited);
    }

    private static QueuePlan Queue(params string[] agents) => EngineRig.Queue("q", agents is [] ? ["ana"] : agents);

    private static AcdEvent.PlanChanged Plan(QueuePlan queue) =>
        new(new AcdPlan([queue], [.. queue.Members.Select(member => new AgentPlan(member.Agent))]));

    private static WorkItem Owed(WorkItem work) => work with { Kind = WorkKind.Callback, Lines = "outside" };
}
