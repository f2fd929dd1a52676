using Switchhook.Acd;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>What users of other boxes complain about (FEATURES.md §3), as far as the engine is to blame for it.</summary>
public sealed class ComplaintTests
{
    [Fact]
    public void P17_Wrap_up_ends_early_and_the_next_call_comes_at_once_to_an_agent_in_six_queues()
    {
        var queues = Enumerable.Range(1, 6).Select(n => EngineRig.Queue($"q{n}", "ana") with { WrapUp = TimeSpan.FromSeconds(n * 10) });
        var rig = new EngineRig([.. queues]).LogIn("ana").Serve("one", "q3", "ana", 60);
        foreach (var queue in Enumerable.Range(1, 6))
        {
            rig.Arrive($"waits in q{queue}", $"q{queue}");
        }

        rig.Wait(29.999);
        Assert.Equal(AgentState.WrapUp, rig.StateOf("ana"));

        rig.Wait(0.001);
        Assert.Equal(AgentState.Ringing, rig.StateOf("ana"));
    }

    [Fact]
    public void P17_A_call_of_the_agents_own_does_not_end_the_wrap_up()
    {
        var rig = OneAgent(wrapUp: 60).Serve("one", "q", "ana", 10).Arrive("two", "q");
        rig.Wait(20).Do(new AcdEvent.AgentBusy("ana", true)).Wait(10).Do(new AcdEvent.AgentBusy("ana", false));
        Assert.Equal(AgentState.WrapUp, rig.StateOf("ana"));

        Assert.Empty(rig.Wait(29).RingingFor("two"));
        Assert.Equal(["ana"], rig.Wait(1).RingingFor("two"));
    }

    [Fact]
    public void P18_An_attended_transfer_loses_the_wrap_up()
    {
        // While the agent consults, the customer is on hold; then the agent leaves both.
        var rig = OneAgent(wrapUp: 30).Arrive("one", "q").Take("one", "ana").Wait(60);
        rig.Do(new AcdEvent.HeldChanged("ana", true)).Do(new AcdEvent.AgentBusy("ana", true)).Wait(20);
        Assert.Equal(AgentState.Holding, rig.StateOf("ana"));

        rig.Hang("ana").Do(new AcdEvent.AgentBusy("ana", false));

        Assert.Equal(AgentState.WrapUp, rig.StateOf("ana"));
        Assert.Equal(rig.Now + TimeSpan.FromSeconds(30), rig.Engine.Agent("ana")!.Until);
    }

    [Fact]
    public void P19_Wrap_up_cannot_be_seen()
    {
        var rig = OneAgent(wrapUp: 30).Serve("one", "q", "ana", 60);

        var told = rig.Latest.OfType<AcdDecision.AgentChanged>().Single();
        Assert.Equal((AgentState.WrapUp, rig.Now, rig.Now + TimeSpan.FromSeconds(30)), (told.State, told.Since, told.Until!.Value));
        Assert.Equal("one", told.Item);
        Assert.Equal("ana finishes the call, for 30 s in all.", told.Words);

        rig.Wait(10).Do(new AcdEvent.WrapUpExtended("ana", TimeSpan.FromSeconds(60)));
        Assert.Equal("ana finishes the call, for 1 min 30 s in all.", rig.Latest.Single().Words);
    }

    [Fact]
    public void P20_Two_agents_answer_the_same_call()
    {
        var rig = RingAll().Arrive("one", "q").Accept("one", "bo").Accept("one", "ana");
        Assert.Equal(["bo"], rig.All.OfType<AcdDecision.Join>().Select(join => join.Agent));
        Assert.Contains(new AcdDecision.Withdraw("one", "ana", WithdrawReason.TakenByOther), rig.Latest);

        rig.Join("one", "ana");
        Assert.Equal(AgentState.Available, rig.StateOf("ana"));

        rig.Join("one", "bo");
        Assert.Equal(AgentState.Talking, rig.StateOf("bo"));
    }

    [Fact]
    public void P21_One_agent_answers_and_hangs_up_before_the_sound_and_all_others_stop_ringing()
    {
        var rig = RingAll().Arrive("one", "q").Wait(3).Accept("one", "bo");
        Assert.Equal(["ana", "bo", "chen"], rig.RingingFor("one"));

        rig.Do(new AcdEvent.JoinFailed("one", "bo"));
        Assert.Equal(["ana", "chen"], rig.RingingFor("one"));
        Assert.DoesNotContain(rig.All, decision => decision is AcdDecision.Withdraw);

        rig.Take("one", "chen");
        Assert.Equal(AgentState.Talking, rig.StateOf("chen"));
        Assert.Equal(AgentState.Available, rig.StateOf("ana"));
    }

    [Fact]
    public void P21_The_place_is_kept_when_the_only_agent_who_answered_is_gone_before_the_sound()
    {
        var rig = OneAgent(wrapUp: 0).Arrive("one", "q").Wait(3).Arrive("two", "q").Accept("one", "ana");
        rig.Do(new AcdEvent.JoinFailed("one", "ana"));

        Assert.Equal(1, rig.Engine.TellPlace("one"));
        Assert.Equal(["ana"], rig.Wait(5).RingingFor("one"));
    }

    [Fact]
    public void P22_The_longest_waiting_caller_is_not_offered_at_all()
    {
        var rig = new EngineRig(EngineRig.Queue("a", "ana"), EngineRig.Queue("b", "ana"), EngineRig.Queue("c", "bo"));
        rig.LogIn("ana").Arrive("nobody", "c").Wait(100).Arrive("first", "b").Wait(1).Take("first", "ana");
        rig.Arrive("second", "a").Wait(1).Arrive("third", "b").Hang("ana");

        Assert.Equal(["ana"], rig.RingingFor("second"));
        Assert.Equal(["ana"], rig.Take("second", "ana").Hang("ana").RingingFor("third"));
    }

    [Fact]
    public void P23_A_heavy_queue_starves_the_other_queue_of_its_agent()
    {
        // Both queues bring one agent more than he can do; the heavy one is served nine times as often, the other one all the same.
        var rig = new EngineRig(EngineRig.Queue("heavy", "ana") with { Weight = 9 }, EngineRig.Queue("light", "ana")).LogIn("ana");
        var served = new Dictionary<string, int> { ["heavy"] = 0, ["light"] = 0 };
        for (var call = 0; call < 2000; call++)
        {
            rig.Arrive($"heavy {call}", "heavy").Arrive($"light {call}", "light");
            if (call == 0)
            {
                rig.Take("heavy 0", "ana");
            }

            rig.Wait(60).Hang("ana");
            var next = rig.Engine.Agent("ana")!.Item!;
            served[next.Split(' ')[0]]++;
            rig.Take(next, "ana");
        }

        // Waiting times settle where nine times the wait of the one equals the wait of the other.
        Assert.InRange(served["light"], 150, 400);
        Assert.InRange(served["heavy"], 1600, 1850);
    }

    [Fact]
    public void P26_The_position_goes_from_seventh_to_eighth()
    {
        var rig = OneAgent(wrapUp: 0).Arrive("talks", "q").Take("talks", "ana").Arrive("one", "q").Wait(10).Arrive("two", "q");
        Assert.Equal(2, rig.Engine.TellPlace("two"));

        rig.Arrive("gold", "q", work => work with { HeadStart = TimeSpan.FromMinutes(5) });
        Assert.Equal(1, rig.Engine.TellPlace("gold"));
        Assert.Equal(2, rig.Engine.TellPlace("two"));
        Assert.Equal(1, rig.Engine.TellPlace("one"));
        Assert.Equal(["gold", "one", "two"], rig.Engine.WaitingIn("q").Select(waiting => waiting.Item.Id));
    }

    [Theory]
    [InlineData("rings")]
    [InlineData("is being joined")]
    [InlineData("cannot be rung")]
    public void P27_An_agent_stays_reserved_for_hours(string stuckWhile)
    {
        // The host forgets to tell what became of it.
        var rig = OneAgent(wrapUp: 0, missedLimit: 0).Arrive("one", "q");
        rig = stuckWhile switch
        {
            "is being joined" => rig.Accept("one", "ana"),
            "cannot be rung" => rig.Do(new AcdEvent.OfferFailed("one", "ana", OfferFailure.Unreachable)),
            _ => rig,
        };
        rig.Do(new AcdEvent.WorkLeft("one")).Wait(31).Arrive("two", "q");

        Assert.Equal(["ana"], rig.RingingFor("two"));
    }

    [Fact]
    public void P27_An_offer_ends_by_itself_though_nobody_tells()
    {
        var rig = OneAgent(wrapUp: 0, missedLimit: 0).Arrive("one", "q").Accept("one", "ana").Wait(9.9);
        Assert.Equal(AgentState.Ringing, rig.StateOf("ana"));

        rig.Wait(0.1);

        Assert.Contains(new AcdDecision.Withdraw("one", "ana", WithdrawReason.NotJoined), rig.All);
        Assert.Equal(["ana"], rig.Wait(5).RingingFor("one"));
    }

    [Fact]
    public void P28_An_agent_is_thrown_out_for_ever_after_missed_calls()
    {
        var rig = OneAgent(wrapUp: 0, missedLimit: 2).Arrive("one", "q").Wait(20);
        Assert.Equal(AgentState.Available, rig.StateOf("ana"));

        rig.Wait(25);
        Assert.Equal(AgentState.Paused, rig.StateOf("ana"));
        Assert.Equal("no answer", rig.All.OfType<AcdDecision.AgentChanged>().Last().Why);

        // One key, and everything is as before.
        rig.Do(new AcdEvent.AgentReady("ana"));
        Assert.Equal(["ana"], rig.RingingFor("one"));
        Assert.Equal(AgentState.Ringing, rig.StateOf("ana"));
        rig.Wait(20);
        Assert.Equal(AgentState.Available, rig.StateOf("ana"));
    }

    [Fact]
    public void P29_Renaming_a_queue_or_changing_the_site_loses_its_agents()
    {
        var old = new QueuePlan("old", [new("ana")]);
        var rig = new EngineRig(old).LogIn("ana").Arrive("one", "old").Take("one", "ana").Wait(10);
        rig.Do(new AcdEvent.PlanChanged(new AcdPlan([new QueuePlan("new", [new("ana")])], [new AgentPlan("ana")])));
        Assert.Equal(AgentState.Talking, rig.StateOf("ana"));

        rig.Hang("ana").Arrive("two", "new");

        Assert.Equal(["ana"], rig.RingingFor("two"));
    }

    [Fact]
    public void P37_Callbacks_jump_ahead_and_more_are_dialled_than_agents_are_free()
    {
        var rig = new EngineRig(EngineRig.Queue("q", "ana", "bo")).LogIn("ana", "bo").Do(new AcdEvent.LinesChanged("outside", 4));
        rig.Arrive("talks 1", "q").Arrive("talks 2", "q").Take("talks 1", "ana").Take("talks 2", "bo");
        rig.Arrive("early", "q").Wait(60).Arrive("asks", "q").Wait(60).Arrive("late", "q");

        // The caller hangs up, and the ticket keeps the time stamp.
        var asked = rig.Engine.WaitingIn("q").Single(waiting => waiting.Item.Id == "asks").Item;
        rig.Do(new AcdEvent.WorkLeft("asks"));
        rig.Do(new AcdEvent.WorkArrived(asked with { Id = "call back", Kind = WorkKind.Callback, Lines = "outside" }));
        Assert.Equal(["early", "call back", "late"], rig.Engine.WaitingIn("q").Select(waiting => waiting.Item.Id));

        rig.Hang("ana");
        Assert.Equal(["ana"], rig.RingingFor("early"));
        Assert.Empty(rig.RingingFor("call back"));
        rig.Hang("bo");
        Assert.Equal(["bo"], rig.RingingFor("call back"));
    }

    [Fact]
    public void P37_No_more_callbacks_are_offered_than_lines_are_free()
    {
        var rig = new EngineRig(EngineRig.Queue("q", "ana", "bo")).Do(new AcdEvent.LinesChanged("outside", 1));
        rig.Arrive("one", "q", CallBack).Arrive("two", "q", CallBack).LogIn("ana", "bo");
        Assert.Equal(["ana"], rig.RingingFor("one"));
        Assert.Empty(rig.RingingFor("two"));

        // The line is taken now; when it is given back, the other's turn has come.
        rig.Accept("one", "ana").Do(new AcdEvent.LinesChanged("outside", 0)).Join("one", "ana");
        Assert.Empty(rig.RingingFor("two"));
        Assert.Equal(["bo"], rig.Do(new AcdEvent.LinesChanged("outside", 1)).RingingFor("two"));

        static WorkItem CallBack(WorkItem work) => work with { Kind = WorkKind.Callback, Lines = "outside" };
    }

    [Fact]
    public void P38_Who_goes_to_the_menu_and_comes_back_is_last_again()
    {
        var rig = OneAgent(wrapUp: 0).Arrive("talks", "q").Take("talks", "ana").Arrive("one", "q").Wait(60).Arrive("two", "q");
        var ticket = rig.Engine.WaitingIn("q").First().Item;
        rig.Do(new AcdEvent.WorkLeft("one")).Wait(30).Arrive("one", "q", work => work with { Turn = ticket.Turn });

        Assert.Equal("Place 1 in queue q, which counts 1 min 30 s of waiting before.", rig.Latest.Single().Words);
        Assert.Equal(["one", "two"], rig.Engine.WaitingIn("q").Select(waiting => waiting.Item.Id));
    }

    private static EngineRig OneAgent(double wrapUp, int missedLimit = 1) =>
        new EngineRig(EngineRig.Queue("q", "ana") with { WrapUp = TimeSpan.FromSeconds(wrapUp), MissedLimit = missedLimit }).LogIn("ana");

    private static EngineRig RingAll() =>
        new EngineRig(EngineRig.Queue("q", "ana", "bo", "chen") with { Strategy = RoutingStrategy.RingAll }).LogIn("ana", "bo", "chen");
}
