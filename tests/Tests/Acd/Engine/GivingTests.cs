using Switchhook.Acd;
using Switchhook.Acd.Engine;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>A supervisor gives a caller who waits to an agent.</summary>
public sealed class GivingTests
{
    [Fact]
    public void Who_is_given_a_caller_is_rung_before_those_who_come_first_by_the_strategy()
    {
        var rig = Rig().LogIn("ana", "bo").Arrive("one", "q");
        Assert.Equal(["ana"], rig.RingingFor("one"));

        rig.Do(new AcdEvent.WorkGiven("one", "bo"));

        Assert.Equal(["bo"], rig.RingingFor("one"));
        Assert.Contains(new AcdDecision.Withdraw("one", "ana", WithdrawReason.GivenAway), rig.Latest);
        Assert.Equal(OfferKind.Given, Assert.Single(rig.Latest.OfType<AcdDecision.Offer>()).Reason.Kind);
        Assert.Equal(AgentState.Available, rig.StateOf("ana"));
    }

    [Fact]
    public void It_waits_for_an_agent_who_talks_for_two_minutes_and_no_longer()
    {
        var rig = Rig().LogIn("bo").Arrive("talks", "q").Take("talks", "bo").Arrive("given", "q");
        rig.Do(new AcdEvent.WorkGiven("given", "bo")).LogIn("ana").Wait(60);
        Assert.Empty(rig.RingingFor("given"));

        rig.Wait(WorkDesk.GiveFor.TotalSeconds - 60);

        Assert.Equal(["ana"], rig.RingingFor("given"));
    }

    [Fact]
    public void It_is_rung_when_the_agent_is_free_within_that_time_and_keeps_its_turn()
    {
        var rig = Rig().LogIn("bo").Arrive("talks", "q").Take("talks", "bo").Arrive("first", "q").Wait(5).Arrive("given", "q");
        rig.Do(new AcdEvent.WorkGiven("given", "bo"));
        Assert.Equal(["first", "given"], rig.Engine.WaitingIn("q").Select(waiting => waiting.Item.Id));

        rig.LogIn("ana").Wait(1);
        Assert.Equal(["ana"], rig.RingingFor("first"));
        rig.Hang("bo");

        Assert.Equal(["bo"], rig.RingingFor("given"));
    }

    [Fact]
    public void An_agent_of_a_later_tier_is_not_kept_waiting()
    {
        var plan = EngineRig.Queue("q", "ana") with { Members = [new("ana"), new("bo", TimeSpan.FromMinutes(1))] };
        var rig = new EngineRig(plan).LogIn("bo").Arrive("one", "q");
        Assert.Empty(rig.RingingFor("one"));

        rig.Do(new AcdEvent.WorkGiven("one", "bo"));

        Assert.Equal(["bo"], rig.RingingFor("one"));
    }

    [Fact]
    public void Why_an_agent_cannot_be_given_a_caller_is_told_and_nothing_changes()
    {
        var rig = new EngineRig(EngineRig.Queue("q", "ana", "bo"), EngineRig.Queue("other", "chen"));
        rig.LogIn("ana", "chen").Arrive("one", "q");

        Assert.Equal("bo is not at work now.", rig.Engine.WhyNotGiven("one", "bo"));
        Assert.Equal("chen does not answer queue q: move the agent there, or the caller.", rig.Engine.WhyNotGiven("one", "chen"));
        Assert.Equal("The caller does not wait any more.", rig.Engine.WhyNotGiven("gone", "ana"));
        rig.Do(new AcdEvent.WorkGiven("one", "chen")).Do(new AcdEvent.WorkGiven("one", "bo"));
        Assert.Equal(["ana"], rig.RingingFor("one"));
        rig.Accept("one", "ana");
        Assert.Equal("Somebody has just answered the caller.", rig.Engine.WhyNotGiven("one", "ana"));
    }

    private static EngineRig Rig() => new(EngineRig.Queue("q", "ana", "bo"));
}
