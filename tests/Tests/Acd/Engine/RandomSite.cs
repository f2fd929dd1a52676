using System.Collections.Immutable;
using Switchhook.Acd;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>Makes a site and a story of events out of any bytes, so that a failing story can be shortened.</summary>
internal sealed class RandomSite(byte[] script)
{
    private static readonly string[] Skills = ["billing", "chinese"];

    private int _position;

    public bool HasMore => _position < script.Length;

    /// <summary>A number from 0 to below the limit; 0 when the script is at its end.</summary>
    public int Next(int limit) => HasMore ? script[_position++] % limit : 0;

    public AcdPlan Plan()
    {
        var agents = Enumerable.Range(0, 1 + Next(5)).Select(Agent).ToImmutableArray();
        var queues = Enumerable.Range(0, 1 + Next(4)).Select(number => Queue(number, agents)).ToImmutableArray();
        return new AcdPlan(queues, agents);
    }

    /// <summary>The next event, about work and agents that may or may not be there.</summary>
    public AcdEvent Event(AcdPlan plan, DateTimeOffset now, int number, IReadOnlyList<string> items)
    {
        var agent = plan.Agents[Next(plan.Agents.Length)].Name;
        var item = items.Count == 0 ? "none" : items[^(1 + Next(Math.Min(items.Count, 8)))];
        return Next(16) switch
        {
            0 or 1 or 2 => new AcdEvent.WorkArrived(Item(plan, now, number)),
            3 => new AcdEvent.WorkLeft(item),
            4 => new AcdEvent.AgentLoggedIn(agent, $"phone {Next(6)}"),
            5 => Next(4) == 0 ? new AcdEvent.AgentLoggedOut(agent, "home") : new AcdEvent.AgentLoggedIn(agent, $"phone of {agent}"),
            6 => new AcdEvent.AgentPaused(agent, "lunch"),
            7 => new AcdEvent.AgentReady(agent),
            8 => new AcdEvent.AgentReachable(agent, Next(3) > 0),
            9 => new AcdEvent.AgentBusy(agent, Next(2) == 0),
            10 => new AcdEvent.OfferFailed(item, agent, (OfferFailure)Next(2)),
            11 => new AcdEvent.JoinFailed(item, agent),
            12 => new AcdEvent.HeldChanged(agent, Next(2) == 0),
            13 => new AcdEvent.WrapUpExtended(agent, TimeSpan.FromSeconds(Next(100))),
            14 => new AcdEvent.WorkMoved(item, plan.Queues[Next(plan.Queues.Length)].Name, "boss"),
            _ => Next(4) == 0 ? new AcdEvent.PlanChanged(plan with { Queues = [.. plan.Queues.Select(ChangeOf)] })
                : new AcdEvent.LinesChanged("outside", Next(3)),
        };
    }

    private QueuePlan ChangeOf(QueuePlan queue) => queue with
    {
        Weight = 1 + Next(5),
        Members = [.. queue.Members.Skip(Next(2))],
        IsOpen = Next(3) > 0,
    };

    private AgentPlan Agent(int number)
    {
        var skills = ImmutableDictionary<string, int>.Empty;
        foreach (var skill in Skills)
        {
            var level = Next(8);
            skills = level is >= 1 and <= 5 ? skills.Add(skill, level) : skills;
        }

        return new AgentPlan($"agent {number}") { Skills = skills };
    }

    private QueuePlan Queue(int number, ImmutableArray<AgentPlan> agents)
    {
        var members = agents.Where(_ => Next(4) > 0).Select(agent => new QueueMember(agent.Name, TimeSpan.FromSeconds(Next(3) * 10)));
        var overflow = ImmutableArray.CreateBuilder<OverflowPlan>();
        if (Next(4) == 0)
        {
            overflow.Add(new OverflowPlan.After(TimeSpan.FromSeconds(30 + Next(60)), "elsewhere"));
        }

        if (Next(4) == 0)
        {
            overflow.Add(new OverflowPlan.NoAgents("elsewhere"));
        }

        if (Next(4) == 0)
        {
            overflow.Add(new OverflowPlan.Closed("closed"));
        }

        if (Next(6) == 0)
        {
            overflow.Add(new OverflowPlan.Forecast(TimeSpan.FromMinutes(1 + Next(20)), null));
        }

        return new QueuePlan($"queue {number}", [.. members])
        {
            Strategy = (RoutingStrategy)Next(7),
            Skills = Next(4) == 0 ? [Skills[Next(2)]] : [],
            Widen = Next(2) == 0 ? TimeSpan.FromSeconds(5 + Next(30)) : null,
            Weight = 1 + Next(5),
            Ring = TimeSpan.FromSeconds(5 + Next(20)),
            WrapUp = TimeSpan.FromSeconds(Next(3) * 15),
            MissedLimit = Next(4),
            MostWaiting = Next(4) == 0 ? 3 : null,
            Overflow = overflow.ToImmutable(),
        };
    }

    private WorkItem Item(AcdPlan plan, DateTimeOffset now, int number) =>
        new($"item {number}", plan.Queues[Next(plan.Queues.Length)].Name, (WorkKind)(Next(6) / 3), now)
        {
            Turn = now - TimeSpan.FromSeconds(Next(4) == 0 ? Next(200) : 0),
            HeadStart = TimeSpan.FromSeconds(Next(5) == 0 ? Next(250) : 0),
            Skills = Next(6) == 0 ? ["chinese"] : [],
            Prefer = Next(6) == 0 ? plan.Agents[Next(plan.Agents.Length)].Name : null,
            PreferFor = TimeSpan.FromSeconds(Next(60)),
            NotBefore = Next(8) == 0 ? now + TimeSpan.FromSeconds(Next(100)) : null,
            Lines = Next(8) == 0 ? "outside" : null,
        };
}
