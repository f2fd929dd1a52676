namespace Switchhook.Acd.Engine;

/// <summary>What agents do by themselves: come, go, pause, talk, finish. All of it holds for all their queues at once.</summary>
internal sealed class AgentDesk(Floor floor, OfferDesk offers, WorkDesk work)
{
    /// <summary>The longest wrap-up, extensions too: whoever needs longer is paused, not finishing a call.</summary>
    public static readonly TimeSpan LongestWrapUp = TimeSpan.FromHours(1);

    public void LogIn(AgentEntry agent, string phone, bool isReachable)
    {
        foreach (var other in floor.Agents.Values)
        {
            if (other != agent && other.Phone == phone)
            {
                LogOut(other, $"{agent.Name} took phone {phone}");
            }
        }

        if (agent.Phone == phone)
        {
            return;
        }

        TakeBack(agent);
        if (agent.Phone is null)
        {
            agent.PauseReason = null;
            agent.Missed = 0;
            agent.IdleSince = floor.Now;
            agent.WrapUpUntil = null;
            TakePartInCounts(agent);
        }

        agent.Phone = phone;
        agent.LogOutReason = null;
        agent.IsReachable = isReachable;
        agent.IsBusy = false;
        agent.RetryAt = null;
        floor.Refresh(agent);
    }

    public void LogOut(AgentEntry agent, string why)
    {
        if (agent.Phone is null)
        {
            return;
        }

        TakeBack(agent);
        agent.Phone = null;
        agent.LogOutReason = why;
        agent.WrapUpUntil = null;
        floor.Refresh(agent);
        foreach (var queue in agent.Queues)
        {
            work.OverflowDeserted(queue);
        }
    }

    /// <summary>A pause ends the time after a call; a call goes on, and its wrap-up comes before the pause.</summary>
    public void Pause(AgentEntry agent, string reason)
    {
        if (agent.Phone is null)
        {
            return;
        }

        TakeBack(agent);
        agent.PauseReason = reason;
        agent.IsPausedByBox = false;
        agent.WrapUpUntil = null;
        floor.Refresh(agent);
    }

    public void Ready(AgentEntry agent)
    {
        if (agent.Phone is null)
        {
            return;
        }

        if (agent.State is AgentState.Paused or AgentState.WrapUp)
        {
            agent.IdleSince = floor.Now;
        }

        agent.PauseReason = null;
        agent.WrapUpUntil = null;
        agent.Missed = 0;
        agent.RestUntil = floor.Now;
        floor.Refresh(agent);
        floor.LookForWork(agent);
    }

    public void SetReachable(AgentEntry agent, bool isReachable)
    {
        agent.RetryAt = null;
        if (isReachable == agent.IsReachable)
        {
            return;
        }

        agent.IsReachable = isReachable;
        if (!isReachable)
        {
            TakeBack(agent);
        }

        floor.Refresh(agent);
    }

    public void SetBusy(AgentEntry agent, bool isBusy)
    {
        if (agent.IsBusy && !isBusy)
        {
            agent.IdleSince = floor.Now;
        }

        if (isBusy && agent.Offered?.Winner != agent)
        {
            TakeBack(agent);
        }

        agent.IsBusy = isBusy;
        floor.Refresh(agent);
    }

    public void SetHolding(AgentEntry agent, bool isHolding)
    {
        if (agent.Serving is not null)
        {
            agent.IsHolding = isHolding;
            floor.Refresh(agent);
        }
    }

    /// <summary>The time after the call begins here and nowhere else, whatever way the call went.</summary>
    public void EndTalk(AgentEntry agent)
    {
        if (agent.Serving is not { } item)
        {
            return;
        }

        var talk = floor.Now - agent.TalkBegan;
        var wrapUp = item.Queue.Plan.WrapUp;
        agent.Serving = null;
        agent.IsHolding = false;
        agent.Talk += talk;
        agent.IdleSince = floor.Now + wrapUp;
        floor.Items.Remove(item.Work.Id);
        item.Queue.Learn(talk + wrapUp);
        if (agent.Phone is not null && wrapUp > TimeSpan.Zero)
        {
            agent.WrapUpUntil = floor.Now + wrapUp;
            agent.WrapUpItem = item.Work.Id;
            floor.WakeAt(agent.WrapUpUntil.Value, agent);
        }

        floor.Refresh(agent);
    }

    public void ExtendWrapUp(AgentEntry agent, TimeSpan by)
    {
        if (agent.State == AgentState.WrapUp && agent.WrapUpUntil is { } until && by > TimeSpan.Zero)
        {
            var longest = agent.Since + LongestWrapUp;
            agent.WrapUpUntil = until + by < longest ? until + by : longest;
            agent.IdleSince = agent.WrapUpUntil.Value;
            floor.WakeAt(agent.WrapUpUntil.Value, agent);
            floor.Refresh(agent);
        }
    }

    /// <summary>What was known before a restart. Calls are over by then.</summary>
    public void Restore(AgentMemory memory)
    {
        if (!floor.Agents.TryGetValue(memory.Agent, out var agent))
        {
            return;
        }

        agent.Phone = memory.Phone;
        agent.PauseReason = memory.PauseReason;
        agent.IdleSince = memory.Since;
        agent.Calls = memory.Calls;
        agent.Talk = memory.Talk;
        if (memory.WrapUpUntil > floor.Now)
        {
            agent.WrapUpUntil = memory.WrapUpUntil;
            agent.WrapUpItem = memory.WrapUpItem;
            agent.IdleSince = memory.WrapUpUntil.Value;
            floor.WakeAt(memory.WrapUpUntil.Value, agent);
        }

        floor.Refresh(agent, memory.Since < floor.Now ? memory.Since : null);
    }

    /// <summary>A moment has come that the agent waited for.</summary>
    public void Wake(AgentEntry agent)
    {
        if (agent.Offered is not null && agent.OfferUntil <= floor.Now)
        {
            offers.TimeUp(agent);
        }

        if (agent.WrapUpUntil <= floor.Now)
        {
            agent.WrapUpUntil = null;
        }

        if (agent.RetryAt <= floor.Now)
        {
            agent.RetryAt = null;
            agent.IsReachable = true;
        }

        floor.Refresh(agent);
        floor.LookForWork(agent);
    }

    /// <summary>Takes back what is offered to an agent who does not want it now.</summary>
    public void TakeBack(AgentEntry agent)
    {
        if (agent.Offered is not null)
        {
            offers.Withdraw(agent, WithdrawReason.AgentLeft);
        }
    }

    // Who comes late would else get every call until the counts are even.
    private void TakePartInCounts(AgentEntry agent)
    {
        AgentEntry? least = null;
        foreach (var other in floor.Agents.Values)
        {
            least = other.Phone is not null && (least is null || other.Calls < least.Calls) ? other : least;
        }

        if (least is not null)
        {
            agent.Calls = Math.Max(agent.Calls, least.Calls);
            agent.Talk = agent.Talk > least.Talk ? agent.Talk : least.Talk;
        }
    }
}
