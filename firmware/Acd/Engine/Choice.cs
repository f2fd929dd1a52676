using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>The agent that a queue's strategy chooses for work.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Candidates">How many were free for it.</param>
/// <param name="Measure">By what this one was chosen, as <see cref="OfferReason.Measure"/> tells it.</param>
internal readonly record struct Choice(AgentEntry Agent, int Candidates, long Measure)
{
    /// <summary>The choice; null when nobody is free for it. Who is wanted comes first, then better skills, then the strategy.</summary>
    public static Choice? Of(ItemEntry item, Matching matching, Floor floor)
    {
        var queue = item.Queue;
        var members = queue.Members;
        var turn = TurnOf(queue);
        AgentEntry? best = null;
        (int Rating, long Key, long Tie) bestKey = default;
        var candidates = 0;
        for (var i = 0; i < members.Count; i++)
        {
            var (agent, after) = members[i];
            if (!agent.CanTakeAt(floor.Now) || !matching.MayHave(item, agent, after, out var rating))
            {
                continue;
            }

            candidates++;
            var key = (item.Work.Prefer == agent.Name ? -1 : rating, KeyOf(queue, agent, i, turn, floor), agent.IdleSince.UtcTicks);
            if (best is null || key.CompareTo(bestKey) < 0)
            {
                (best, bestKey) = (agent, key);
            }
        }

        return best is null ? null : new Choice(best, candidates, MeasureOf(queue.Plan.Strategy, best, floor.Now));
    }

    // The place after the one who was rung last; an agent who has left the queue since is followed by the first.
    private static int TurnOf(QueueEntry queue)
    {
        for (var i = 0; queue.LastRung is not null && i < queue.Members.Count; i++)
        {
            if (queue.Members[i].Agent.Name == queue.LastRung)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static long KeyOf(QueueEntry queue, AgentEntry agent, int index, int turn, Floor floor) => queue.Plan.Strategy switch
    {
        RoutingStrategy.LongestIdle => agent.IdleSince.UtcTicks,
        RoutingStrategy.RoundRobin => (index - turn + queue.Members.Count) % queue.Members.Count,
        RoutingStrategy.FewestCalls => agent.Calls,
        RoutingStrategy.LeastTalk => agent.Talk.Ticks,
        RoutingStrategy.Random => (long)(floor.NextChance() >> 1),
        RoutingStrategy.InOrder or RoutingStrategy.RingAll => index,
    };

    private static long MeasureOf(RoutingStrategy strategy, AgentEntry agent, DateTimeOffset now) => strategy switch
    {
        RoutingStrategy.LongestIdle => (now - agent.IdleSince).Ticks,
        RoutingStrategy.FewestCalls => agent.Calls,
        RoutingStrategy.LeastTalk => agent.Talk.Ticks,
        _ => 0,
    };
}
