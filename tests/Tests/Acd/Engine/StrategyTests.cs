using System.Collections.Immutable;
using Switchhook.Acd;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

public sealed class StrategyTests
{
    [Fact]
    public void Longest_idle_takes_who_has_been_free_longest()
    {
        var rig = Rig(RoutingStrategy.LongestIdle);
        rig.Serve("one", "q", "ana", 60).Wait(5);

        Assert.Equal(["bo"], rig.Arrive("two", "q").RingingFor("two"));
        Assert.Contains("free longest of 3", rig.Latest.OfType<AcdDecision.Offer>().Single().Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_offer_that_another_took_does_not_cost_the_place_of_the_longest_idle()
    {
        var rig = Rig(RoutingStrategy.LongestIdle);
        rig.Arrive("one", "q").Wait(5).Do(new AcdEvent.WorkLeft("one")).Wait(5);

        Assert.Equal(["ana"], rig.Arrive("two", "q").RingingFor("two"));
    }

    [Fact]
    public void Ring_all_rings_all_and_who_becomes_free_rings_too()
    {
        var rig = Rig(RoutingStrategy.RingAll);
        rig.Arrive("one", "q").Take("one", "bo");
        rig.Arrive("two", "q");
        Assert.Equal(["ana", "chen"], rig.RingingFor("two"));

        rig.Hang("bo");

        Assert.Equal(["ana", "bo", "chen"], rig.RingingFor("two"));
    }

    [Fact]
    public void Ring_all_goes_on_ringing_and_pauses_nobody()
    {
        var rig = Rig(RoutingStrategy.RingAll);
        rig.Arrive("one", "q").Wait(21);
        Assert.Empty(rig.RingingFor("one"));

        rig.Wait(5);

        Assert.Equal(["ana", "bo", "chen"], rig.RingingFor("one"));
    }

    [Fact]
    public void Round_robin_goes_on_after_the_one_who_was_rung_last()
    {
        var rig = Rig(RoutingStrategy.RoundRobin);
        var order = new List<string>();
        for (var call = 0; call < 4; call++)
        {
            rig.Arrive($"{call}", "q");
            order.AddRange(rig.RingingFor($"{call}"));
            rig.Take($"{call}", order[^1]).Wait(10).Hang(order[^1]);
        }

        Assert.Equal(["ana", "bo", "chen", "ana"], order);
    }

    [Fact]
    public void Fewest_calls_takes_who_has_had_the_fewest_today()
    {
        var rig = Rig(RoutingStrategy.FewestCalls);
        rig.Serve("one", "q", "ana", 10).Serve("two", "q", "bo", 10).Serve("three", "q", "chen", 10).Serve("four", "q", "ana", 10);

        Assert.Equal(["bo"], rig.Arrive("five", "q").RingingFor("five"));

        rig.Take("five", "bo").Hang("bo").Do(new AcdEvent.DayBegan());
        Assert.Equal(["chen"], rig.Arrive("six", "q").RingingFor("six"));
    }

    [Fact]
    public void Who_logs_in_late_is_not_flooded_by_fewest_calls()
    {
        var rig = new EngineRig(EngineRig.Queue("q", "ana", "bo") with { Strategy = RoutingStrategy.FewestCalls });
        rig.LogIn("ana");
        for (var call = 0; call < 10; call++)
        {
            rig.Serve($"{call}", "q", "ana", 10);
        }

        rig.LogIn("bo").Wait(1);
        var taken = new List<string>();
        for (var call = 10; call < 16; call++)
        {
            rig.Arrive($"{call}", "q");
            taken.Add(rig.RingingFor($"{call}").Single());
            rig.Take($"{call}", taken[^1]).Wait(10).Hang(taken[^1]);
        }

        Assert.Equal(3, taken.Count(agent => agent == "bo"));
    }

    [Fact]
    public void Least_talk_takes_who_has_talked_least_today()
    {
        var rig = Rig(RoutingStrategy.LeastTalk);
        rig.Serve("one", "q", "ana", 100).Serve("two", "q", "bo", 20).Serve("three", "q", "chen", 50).Serve("four", "q", "bo", 20);

        Assert.Equal(["bo"], rig.Arrive("five", "q").RingingFor("five"));
    }

    [Fact]
    public void Random_gives_each_agent_about_a_third()
    {
        var rig = Rig(RoutingStrategy.Random);
        var count = new Dictionary<string, int>();
        for (var call = 0; call < 3000; call++)
        {
            rig.Arrive($"{call}", "q");
            var agent = rig.RingingFor($"{call}").Single();
            count[agent] = count.GetValueOrDefault(agent) + 1;
            rig.Take($"{call}", agent).Wait(1).Hang(agent);
        }

        // Four standard deviations of a binomial count: 4 √(3000 · ⅓ · ⅔) = 103.
        Assert.All(count.Values, calls => Assert.InRange(calls, 897, 1103));
    }

    [Fact]
    public void In_order_begins_at_the_top_and_goes_down_where_nobody_answers()
    {
        var rig = Rig(RoutingStrategy.InOrder);
        Assert.Equal(["ana"], rig.Arrive("one", "q").RingingFor("one"));

        Assert.Equal(["bo"], rig.Wait(20).RingingFor("one"));
        Assert.Equal(AgentState.Paused, rig.StateOf("ana"));
    }

    [Fact]
    public void A_tier_joins_after_its_time()
    {
        var rig = new EngineRig(new QueuePlan("q", [new("ana"), new("chen", TimeSpan.FromSeconds(30))]));
        rig.LogIn("chen").Arrive("one", "q").Wait(29);
        Assert.Empty(rig.RingingFor("one"));
        Assert.Contains("chen gets only what has waited 30 s.", rig.Engine.PassedOver("one"));

        Assert.Equal(["chen"], rig.Wait(1).RingingFor("one"));
    }

    [Fact]
    public void Skills_widen_with_the_wait_and_the_best_come_first()
    {
        var plan = new AcdPlan(
            [EngineRig.Queue("q", "ana", "bo", "chen") with { Skills = ["billing"], Widen = TimeSpan.FromSeconds(30) }],
            [Skilled("ana", "billing", 3), Skilled("bo", "billing", 2), Skilled("chen", "typing", 1)]);
        var rig = new EngineRig(plan).LogIn("ana", "bo", "chen");
        Assert.Empty(rig.Arrive("one", "q").Wait(29.9).RingingFor("one"));

        Assert.Equal(["bo"], rig.Wait(0.1).RingingFor("one"));
        Assert.Equal(["ana"], rig.Do(new AcdEvent.AgentPaused("bo", "lunch")).Wait(30).RingingFor("one"));
        Assert.Contains("chen lacks a skill that is needed.", rig.Engine.PassedOver("one"));
    }

    [Fact]
    public void Without_widening_all_levels_may_and_the_best_comes_first()
    {
        var plan = new AcdPlan(
            [EngineRig.Queue("q", "ana", "bo")], [Skilled("ana", "chinese", 4), Skilled("bo", "chinese", 2)]);
        var rig = new EngineRig(plan).LogIn("ana", "bo");

        Assert.Equal(["bo"], rig.Arrive("one", "q", work => work with { Skills = ["chinese"] }).RingingFor("one"));
        Assert.Equal(["ana"], rig.Arrive("two", "q", work => work with { Skills = ["chinese"] }).RingingFor("two"));
    }

    private static AgentPlan Skilled(string name, string skill, int level) =>
        new(name) { Skills = ImmutableDictionary<string, int>.Empty.Add(skill, level) };

    private static EngineRig Rig(RoutingStrategy strategy)
    {
        var rig = new EngineRig(EngineRig.Queue("q", "ana", "bo", "chen") with { Strategy = strategy });
        return rig.LogIn("ana").Wait(1).LogIn("bo").Wait(1).LogIn("chen").Wait(1);
    }
}
