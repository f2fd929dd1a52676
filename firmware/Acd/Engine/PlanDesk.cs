using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>Puts a plan in force while work goes on: what has the same name stays what it is.</summary>
internal sealed class PlanDesk(Floor floor, AgentDesk agents, WorkDesk work, OfferDesk offers)
{
    public void Apply(AcdPlan plan)
    {
        var gone = floor.QueueList.Where(queue => !plan.Queues.Any(one => one.Name == queue.Name)).ToList();
        foreach (var queue in gone)
        {
            work.OverflowAll(queue);
            floor.Queues.Remove(queue.Name);
        }

        ApplyAgents(plan);
        ApplyQueues(plan);
        foreach (var queue in floor.QueueList)
        {
            WithdrawFromStrangers(queue);
            WithdrawOwed(queue);
            work.OverflowDeserted(queue);
            floor.Unplaced.AddRange(queue.Waiting);
        }

        foreach (var agent in floor.Agents.Values)
        {
            floor.LookForWork(agent);
        }
    }

    /// <summary>The counts by which some strategies decide begin anew.</summary>
    public void BeginDay()
    {
        foreach (var agent in floor.Agents.Values)
        {
            agent.Calls = 0;
            agent.Talk = TimeSpan.Zero;
        }
    }

    /// <summary>Forgets an agent who is not in the plan any more and has ended the last call.</summary>
    public void ForgetIfGone(AgentEntry agent)
    {
        if (agent.IsGone && agent.Serving is null)
        {
            floor.Agents.Remove(agent.Name);
        }
    }

    private void ApplyAgents(AcdPlan plan)
    {
        foreach (var one in plan.Agents)
        {
            if (floor.Agents.TryGetValue(one.Name, out var known))
            {
                known.Plan = one;
                known.IsGone = false;
            }
            else
            {
                floor.Agents.Add(one.Name, new AgentEntry(one) { Since = floor.Now });
            }
        }

        foreach (var agent in floor.Agents.Values.Where(agent => !plan.Agents.Any(one => one.Name == agent.Name)).ToList())
        {
            agents.LogOut(agent, "no longer part of the site");
            agent.IsGone = true;
            ForgetIfGone(agent);
        }
    }

    private void ApplyQueues(AcdPlan plan)
    {
        foreach (var agent in floor.Agents.Values)
        {
            agent.Queues.Clear();
        }

        floor.QueueList.Clear();
        foreach (var one in plan.Queues)
        {
            if (!floor.Queues.TryGetValue(one.Name, out var queue))
            {
                queue = new QueueEntry(one);
                floor.Queues.Add(one.Name, queue);
            }

            queue.Plan = one;
            queue.Members.Clear();
            foreach (var member in one.Members)
            {
                var agent = floor.Agents[member.Agent];
                queue.Members.Add((agent, member.After));
                agent.Queues.Add(queue);
            }

            floor.QueueList.Add(queue);
        }
    }

    // After closing nobody is called; a call back that an agent has taken is made.
    private void WithdrawOwed(QueueEntry queue)
    {
        foreach (var item in queue.Waiting.Where(item => item.Stage == ItemStage.Ringing && item.RestsAt(floor.Now)))
        {
            offers.LetGo(item, WithdrawReason.Closed);
            floor.SetStage(item, ItemStage.Waiting);
        }
    }

    // Who is not in the queue any more is not rung for it any more.
    private void WithdrawFromStrangers(QueueEntry queue)
    {
        foreach (var agent in queue.Waiting.SelectMany(item => item.Ringing).Where(agent => !agent.Queues.Contains(queue)).ToList())
        {
            agents.TakeBack(agent);
        }
    }
}
