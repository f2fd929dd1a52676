using System.Collections.Immutable;
using Switchhook.Acd.Plans;
using Switchhook.Flows.Opening;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues;

/// <summary>Says in the words of the queue engine what the site file says of queues and agents.</summary>
public static class QueuePlans
{
    /// <summary>Where a caller leaves a queue for who is asked for a message; no flow has such a name.</summary>
    internal const string ToMessage = "a message";

    /// <summary>The plan of a site at a moment: which queues are open changes by itself.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="site">The site.</param>
    /// <param name="hours">Its hours, with the night that lasts at the moment.</param>
    public static AcdPlan At(DateTimeOffset moment, SiteModel site, SiteHours hours)
    {
        var plan = Of(site);
        return plan with { Queues = [.. plan.Queues.Select(queue => queue with { IsOpen = hours.Of(queue.Name).IsOpenAt(moment) })] };
    }

    /// <summary>The plan of a site whose queues are all open.</summary>
    public static AcdPlan Of(SiteModel site) => new(
        [.. site.Queues.Values.Select(Plan)],
        [.. site.Agents.Values.Select(agent => new AgentPlan(agent.Name)
        {
            Skills = agent.Skills.ToImmutableDictionary(skill => skill.Skill, skill => skill.Level, StringComparer.Ordinal),
        })]);

    private static QueuePlan Plan(QueueConfig queue) => new(
        queue.Name, [.. queue.Agents.Select(agent => new QueueMember(agent.Agent, agent.After))])
    {
        Strategy = StrategyOf(queue.Strategy),
        Skills = [.. queue.Skills],
        Widen = queue.Widen,
        Weight = queue.Weight,
        Ring = queue.RingTime,
        WrapUp = queue.WrapUp,
        MissedLimit = queue.Missed,
        MostWaiting = queue.MostWaiting,
        Overflow = [.. queue.Overflow.Select(RuleOf)],
    };

    private static RoutingStrategy StrategyOf(QueueStrategy strategy) => strategy switch
    {
        QueueStrategy.LongestIdle => RoutingStrategy.LongestIdle,
        QueueStrategy.RingAll => RoutingStrategy.RingAll,
        QueueStrategy.RoundRobin => RoutingStrategy.RoundRobin,
        QueueStrategy.FewestCalls => RoutingStrategy.FewestCalls,
        QueueStrategy.LeastTalk => RoutingStrategy.LeastTalk,
        QueueStrategy.Random => RoutingStrategy.Random,
        QueueStrategy.InOrder => RoutingStrategy.InOrder,
    };

    private static OverflowPlan RuleOf(OverflowRule rule)
    {
        var to = rule.TakesMessage ? ToMessage : rule.To;
        return rule switch
        {
            OverflowRule.After after => new OverflowPlan.After(after.Time, to),
            OverflowRule.Waiting waiting => new OverflowPlan.Waiting(waiting.Callers, to),
            OverflowRule.Forecast forecast => new OverflowPlan.Forecast(forecast.Wait, to),
            OverflowRule.NoAgents => new OverflowPlan.NoAgents(to),
            OverflowRule.Closed => new OverflowPlan.Closed(to),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "An unknown rule."),
        };
    }
}
