using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>
/// Brings work and agents together. Between two events there is never an agent who is free for work that waits: so it is enough to look
/// at agents who became free, and at work that became open to more agents.
/// </summary>
internal sealed class Matching(Floor floor)
{
    /// <summary>True when this agent may have this work now.</summary>
    public bool MayHave(ItemEntry item, AgentEntry agent, TimeSpan after, out int rating)
    {
        rating = Eligibility.No;
        // What rings already has its line.
        if (item.RestsAt(floor.Now) || WaitsForOther(item, agent) || (item.Stage == ItemStage.Waiting && !floor.HasLineFor(item)))
        {
            return false;
        }

        // Who is given a caller waits for no tier and no level.
        rating = item.GivenTo == agent.Name && Eligibility.HasSkills(item, agent) ? 0 : Eligibility.Rate(item, agent, after, floor.Now);
        return rating != Eligibility.No;
    }

    /// <summary>Until when work waits for the agent whom it wants; null when it does not.</summary>
    public static DateTimeOffset? PrefersUntil(ItemEntry item) =>
        item.Work.Prefer is null ? null : item.Work.DueAt + item.Work.PreferFor;

    private bool WaitsForOther(ItemEntry item, AgentEntry agent)
    {
        if (item.Work.Prefer is not { } wanted || wanted == agent.Name || PrefersUntil(item) <= floor.Now)
        {
            return false;
        }

        return floor.Agents.TryGetValue(wanted, out var other) && other.IsAtWork && other.Queues.Contains(item.Queue);
    }

    /// <summary>Takes out of <see cref="Floor.Unplaced"/> what is most pressing.</summary>
    public ItemEntry TakeMostUrgent()
    {
        var best = 0;
        for (var i = 1; i < floor.Unplaced.Count; i++)
        {
            var (one, other) = (floor.Unplaced[i], floor.Unplaced[best]);
            best = one.Queue.Urgency(one, floor.Now) > other.Queue.Urgency(other, floor.Now) ? i : best;
        }

        var item = floor.Unplaced[best];
        floor.Unplaced.RemoveAt(best);
        return item;
    }

    /// <summary>Gives an agent who became free what is most pressing of all that waits for him.</summary>
    public void Feed(AgentEntry agent)
    {
        if (!agent.CanTakeAt(floor.Now))
        {
            return;
        }

        ItemEntry? best = null;
        var urgency = 0.0;
        foreach (var queue in agent.Queues)
        {
            if (queue.Unoffered > 0 && FirstFor(queue, agent, ItemStage.Waiting) is { } item
                && (best is null || queue.Urgency(item, floor.Now) > urgency))
            {
                (best, urgency) = (item, queue.Urgency(item, floor.Now));
            }
        }

        if (best is not null)
        {
            Offer(best, agent, 1, 0, KindOf(best, agent, OfferKind.BecameFree));
            return;
        }

        foreach (var queue in agent.Queues)
        {
            if (queue.Plan.Strategy == RoutingStrategy.RingAll && FirstFor(queue, agent, ItemStage.Ringing) is { } ringing)
            {
                Offer(ringing, agent, 1, 0, OfferKind.RingsToo);
                return;
            }
        }
    }

    private ItemEntry? FirstFor(QueueEntry queue, AgentEntry agent, ItemStage stage)
    {
        var after = TimeSpan.Zero;
        foreach (var member in queue.Members)
        {
            after = ReferenceEquals(member.Agent, agent) ? member.After : after;
        }

        foreach (var item in queue.Waiting)
        {
            if (item.Stage == stage && MayHave(item, agent, after, out _))
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Gives work to an agent who is free for it, or to all of them, if there are any.</summary>
    public void Place(ItemEntry item)
    {
        var ringsAll = item.Queue.Plan.Strategy == RoutingStrategy.RingAll;
        if (item.Stage != ItemStage.Waiting && !(ringsAll && item.Stage == ItemStage.Ringing))
        {
            return;
        }

        if (ringsAll)
        {
            PlaceAll(item);
        }
        else if (Choice.Of(item, this, floor) is { } choice)
        {
            Offer(item, choice.Agent, choice.Candidates, choice.Measure, KindOf(item, choice.Agent, OfferKind.Chosen));
        }
    }

    private void PlaceAll(ItemEntry item)
    {
        var count = 0;
        foreach (var (agent, after) in item.Queue.Members)
        {
            count += agent.CanTakeAt(floor.Now) && MayHave(item, agent, after, out _) ? 1 : 0;
        }

        foreach (var (agent, after) in item.Queue.Members)
        {
            if (agent.CanTakeAt(floor.Now) && MayHave(item, agent, after, out _))
            {
                Offer(item, agent, count, 0, item.GivenTo == agent.Name ? OfferKind.Given : OfferKind.Chosen);
            }
        }
    }

    private static OfferKind KindOf(ItemEntry item, AgentEntry agent, OfferKind usual) =>
        item.GivenTo == agent.Name ? OfferKind.Given : item.Work.Prefer == agent.Name ? OfferKind.Preferred : usual;

    private void Offer(ItemEntry item, AgentEntry agent, int candidates, long measure, OfferKind kind)
    {
        var plan = item.Queue.Plan;
        floor.SetStage(item, ItemStage.Ringing);
        item.Ringing.Add(agent);
        item.Queue.LastRung = agent.Name;
        agent.Offered = item;
        agent.OfferUntil = floor.Now + plan.Ring;
        floor.WakeAt(agent.OfferUntil, agent);
        floor.Out.Add(new AcdDecision.Offer(
            item.Work.Id, agent.Name, agent.Phone!, agent.OfferUntil,
            new OfferReason(plan.Name, plan.Strategy, item.WaitedAt(floor.Now), candidates, measure, kind)));
        floor.Refresh(agent);
    }
}
