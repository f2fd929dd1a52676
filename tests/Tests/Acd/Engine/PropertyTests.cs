using FsCheck;
using FsCheck.Fluent;
using Switchhook.Acd;
using Switchhook.Acd.Engine;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>Random sites and stories: what must always hold, holds.</summary>
public sealed class PropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Arbitrary<byte[]> Scripts = ArbMap.Default.ArbFor<byte[]>();

    [Fact]
    public void Whatever_happens_nobody_is_offered_two_things_nothing_is_lost_and_no_one_idles_while_work_waits() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500).WithStartSize(20).WithEndSize(600), Prop.ForAll(Scripts, script =>
        {
            Play(script, checks: true);
        }));

    [Fact]
    public void The_same_story_gives_the_same_decisions() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithStartSize(100).WithEndSize(600), Prop.ForAll(Scripts, script =>
            Assert.Equal(Play(script, checks: false), Play(script, checks: false))));

    private static List<AcdDecision> Play(byte[] script, bool checks)
    {
        var site = new RandomSite(script);
        var plan = site.Plan();
        var engine = new AcdEngine(plan, 1);
        var model = new FloorModel(engine);
        model.Expect(plan);
        var (now, all, items, decisions) = (Start, new List<AcdDecision>(), new List<string>(), new List<AcdDecision>());
        var story = new List<string>();
        for (var number = 0; site.HasMore; number++)
        {
            Wait(site.Next(3) == 0 ? site.Next(40) : 0);
            var happened = Answer(site, engine) ?? site.Event(plan, now, number, items);
            if (happened is AcdEvent.WorkArrived arrived)
            {
                items.Add(arrived.Item.Id);
            }

            if (happened is AcdEvent.PlanChanged changed)
            {
                plan = changed.Plan;
                model.Expect(plan);
            }

            Handle(happened);
        }

        // Left alone, the engine lets nobody ring for ever.
        Wait(3600);
        Assert.DoesNotContain(engine.Agents, agent => agent.State == AgentState.Ringing && agent.Until - now > TimeSpan.FromMinutes(1));
        return all;

        void Handle(AcdEvent happened)
        {
            decisions.Clear();
            engine.Handle(happened, now, decisions);
            all.AddRange(decisions);
            story.Add($"{now - Start:c} {happened}");
            story.AddRange(decisions.Select(decision => $"    {decision.Words}"));
            if (checks)
            {
                Explained(() => model.Check(happened, now, decisions));
            }
        }

        void Explained(Action check)
        {
            try
            {
                check();
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"{broken.Message}\n{plan}\n{string.Join('\n', story.TakeLast(20))}", broken);
            }
        }

        void Wait(int seconds)
        {
            var end = now + TimeSpan.FromSeconds(seconds);
            while (engine.NextDue is { } due && due <= end)
            {
                now = due > now ? due : now;
                Handle(AcdEvent.TimePassed.Instance);
            }

            now = end;
        }
    }

    // Half of the time someone answers or ends a call, so that stories get on.
    private static AcdEvent? Answer(RandomSite site, AcdEngine engine)
    {
        if (site.Next(2) == 0)
        {
            return null;
        }

        var busy = engine.Agents.Where(agent => agent.State is AgentState.Ringing or AgentState.Talking or AgentState.Holding).ToList();
        if (busy.Count == 0)
        {
            return null;
        }

        var agent = busy[site.Next(busy.Count)];
        return (agent.State, site.Next(3)) switch
        {
            (AgentState.Ringing, 0) => new AcdEvent.OfferAccepted(agent.Item!, agent.Name),
            (AgentState.Ringing, 1) => new AcdEvent.Joined(agent.Item!, agent.Name),
            (AgentState.Ringing, _) => null,
            _ => new AcdEvent.TalkEnded(agent.Name),
        };
    }
}
