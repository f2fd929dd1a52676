using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>What becomes of offers: answered, joined, missed, withdrawn. No agent is left ringing: each offer ends by itself.</summary>
internal sealed class OfferDesk(Floor floor)
{
    /// <summary>How long an agent who missed an offer is not rung, so that others come first and nobody is rung without a pause.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    /// <summary>How long joining the sound may take.</summary>
    public static readonly TimeSpan JoinLimit = TimeSpan.FromSeconds(10);

    /// <summary>When a phone that could not be rung is tried again, should nobody tell that it works.</summary>
    public static readonly TimeSpan RetryPhone = TimeSpan.FromSeconds(30);

    /// <summary>The first to answer has it; who comes later is let go.</summary>
    public void Accept(ItemEntry item, AgentEntry agent)
    {
        if (agent.Offered != item || item.Winner == agent)
        {
            return;
        }

        if (item.Winner is not null)
        {
            Withdraw(agent, WithdrawReason.TakenByOther);
            return;
        }

        item.Winner = agent;
        floor.SetStage(item, ItemStage.Joining);
        agent.OfferUntil = floor.Now + JoinLimit;
        floor.WakeAt(agent.OfferUntil, agent);
        floor.Out.Add(new AcdDecision.Join(item.Work.Id, agent.Name));
        floor.Refresh(agent);
    }

    /// <summary>Agent and customer hear each other: only now are the others let go.</summary>
    public void Joined(ItemEntry item, AgentEntry agent)
    {
        if (item.Winner != agent)
        {
            return;
        }

        item.Ringing.Remove(agent);
        agent.Offered = null;
        agent.Serving = item;
        agent.TalkBegan = floor.Now;
        agent.Calls++;
        agent.Missed = 0;
        item.Queue.Remove(item);
        floor.SetStage(item, ItemStage.Served);
        LetGo(item, WithdrawReason.TakenByOther);
        floor.Refresh(agent);
    }

    /// <summary>The winner was gone before that: the others ring on, and without others the work waits again, at its place.</summary>
    public void JoinFailed(ItemEntry item, AgentEntry agent)
    {
        if (item.Winner != agent)
        {
            return;
        }

        item.Winner = null;
        agent.RestUntil = floor.Now + Breath;
        floor.WakeAt(agent.RestUntil, agent);
        End(agent);
    }

    /// <summary>The phone stopped ringing for a reason of its own.</summary>
    public void Fail(AgentEntry agent, OfferFailure failure)
    {
        if (failure == OfferFailure.Unreachable)
        {
            agent.IsReachable = false;
            agent.RetryAt = floor.Now + RetryPhone;
            floor.WakeAt(agent.RetryAt.Value, agent);
        }
        else
        {
            Miss(agent, "declined");
        }

        End(agent);
    }

    /// <summary>The time of an offer is up.</summary>
    public void TimeUp(AgentEntry agent)
    {
        var item = agent.Offered!;
        if (item.Winner == agent)
        {
            floor.Out.Add(new AcdDecision.Withdraw(item.Work.Id, agent.Name, WithdrawReason.NotJoined));
            JoinFailed(item, agent);
            return;
        }

        floor.Out.Add(new AcdDecision.Withdraw(item.Work.Id, agent.Name, WithdrawReason.NoAnswer));
        Miss(agent, "no answer");
        End(agent);
    }

    /// <summary>Takes an offer back.</summary>
    public void Withdraw(AgentEntry agent, WithdrawReason reason)
    {
        floor.Out.Add(new AcdDecision.Withdraw(agent.Offered!.Work.Id, agent.Name, reason));
        End(agent);
    }

    /// <summary>Takes all offers of work back that needs them no more.</summary>
    public void LetGo(ItemEntry item, WithdrawReason reason)
    {
        while (item.Ringing.Count > 0)
        {
            var agent = item.Ringing[0];
            item.Ringing.RemoveAt(0);
            agent.Offered = null;
            floor.Out.Add(new AcdDecision.Withdraw(item.Work.Id, agent.Name, reason));
            floor.Refresh(agent);
        }
    }

    // Where all ring at once, nobody in particular has missed a call.
    private void Miss(AgentEntry agent, string why)
    {
        agent.RestUntil = floor.Now + Breath;
        floor.WakeAt(agent.RestUntil, agent);
        agent.IdleSince = floor.Now;
        var plan = agent.Offered!.Queue.Plan;
        if (plan.Strategy != RoutingStrategy.RingAll && ++agent.Missed >= plan.MissedLimit && plan.MissedLimit > 0)
        {
            agent.PauseReason = why;
            agent.IsPausedByBox = true;
            agent.Missed = 0;
        }
    }

    private void End(AgentEntry agent)
    {
        var item = agent.Offered!;
        agent.Offered = null;
        item.Ringing.Remove(agent);
        if (item.Winner == agent)
        {
            item.Winner = null;
        }

        if (item.Winner is null)
        {
            floor.SetStage(item, item.Ringing.Count > 0 ? ItemStage.Ringing : ItemStage.Waiting);
            floor.Unplaced.Add(item);
        }

        floor.Refresh(agent);
    }
}
