using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>What becomes of work that waits: it arrives, moves, overflows, leaves.</summary>
/// <remarks>Only callers overflow: who has been promised a call, or has left a message, keeps the turn whatever happens.</remarks>
internal sealed class WorkDesk(Floor floor, OfferDesk offers)
{
    /// <summary>For how long only the agent gets a caller to whom a supervisor has given him; then anyone does.</summary>
    public static readonly TimeSpan GiveFor = TimeSpan.FromMinutes(2);

    public void Arrive(WorkItem work)
    {
        if (floor.Items.ContainsKey(work.Id))
        {
            return;
        }

        if (!floor.Queues.TryGetValue(work.Queue, out var queue))
        {
            floor.Out.Add(new AcdDecision.Overflow(work.Id, work.Queue, null, new OverflowReason(OverflowKind.NoQueue, 0)));
            return;
        }

        Enter(new ItemEntry(work, queue, floor.NextNumber()));
    }

    public void Leave(ItemEntry item)
    {
        if (item.Stage != ItemStage.Served)
        {
            Take(item, WithdrawReason.WorkLeft);
        }
    }

    /// <summary>It keeps its turn; its time in the new queue begins now.</summary>
    public void Move(ItemEntry item, QueueEntry queue)
    {
        if (item.Stage == ItemStage.Served || item.Queue == queue)
        {
            return;
        }

        Take(item, WithdrawReason.WorkLeft);
        var prefer = item.GivenTo is null ? item.Work.Prefer : null;
        Enter(new ItemEntry(
            item.Work with { Queue = queue.Name, EnteredAt = floor.Now, Prefer = prefer }, queue, floor.NextNumber()));
    }

    /// <summary>It keeps its turn; who is rung for it already is let go, and the agent is rung as soon as they can be.</summary>
    public void Give(ItemEntry item, AgentEntry agent)
    {
        if (WhyNotGiven(item, agent) is not null)
        {
            return;
        }

        item.Work = item.Work with { Prefer = agent.Name, PreferFor = floor.Now + GiveFor - item.Work.DueAt };
        item.GivenTo = agent.Name;
        if (item.Ringing is not [var rung] || rung != agent)
        {
            offers.LetGo(item, WithdrawReason.GivenAway);
            floor.SetStage(item, ItemStage.Waiting);
            floor.Unplaced.Add(item);
        }

        PlanWake(item);
    }

    /// <summary>Why an agent cannot be given work now, as a sentence; null when it can be.</summary>
    public static string? WhyNotGiven(ItemEntry item, AgentEntry agent) =>
        item.Stage is ItemStage.Joining or ItemStage.Served ? "Somebody has just answered the caller."
        : !agent.Queues.Contains(item.Queue) ? $"{agent.Name} does not answer queue {item.Queue.Name}: move the agent there, or the caller."
        : !agent.IsAtWork ? $"{agent.Name} is not at work now."
        : !Eligibility.HasSkills(item, agent) ? $"{agent.Name} lacks a skill that this caller needs."
        : null;

    /// <summary>A moment has come that the work waited for.</summary>
    public void Wake(ItemEntry item)
    {
        if (item.Stage == ItemStage.Served || floor.Items.GetValueOrDefault(item.Work.Id) != item)
        {
            return;
        }

        floor.Unplaced.Add(item);
        PlanWake(item);
    }

    /// <summary>Lets work go that has waited too long and found nobody.</summary>
    public void OverflowLate(ItemEntry item)
    {
        if (item is { Stage: ItemStage.Waiting, Work.Kind: WorkKind.Call } && RuleOf<OverflowPlan.After>(item.Queue) is { } rule
            && item.WaitedAt(floor.Now) >= rule.Wait)
        {
            Overflow(item, rule, new OverflowReason(OverflowKind.Waited, item.WaitedAt(floor.Now).Ticks));
        }
    }

    /// <summary>
    /// Lets go of all callers where nobody is at work, if the plan says so or the queue is closed: who was there in time is served as long
    /// as somebody is.
    /// </summary>
    public void OverflowDeserted(QueueEntry queue)
    {
        var (rule, kind) = RuleOf<OverflowPlan.NoAgents>(queue) is { } deserted
            ? (deserted, OverflowKind.NoAgents)
            : ((OverflowPlan?)RuleOf<OverflowPlan.Closed>(queue), OverflowKind.Closed);
        if (HasAgents(queue) || (kind == OverflowKind.Closed && queue.Plan.IsOpen))
        {
            return;
        }

        foreach (var item in queue.Waiting.Where(item => item.Work.Kind == WorkKind.Call).ToList())
        {
            Overflow(item, rule, new OverflowReason(kind, 0));
        }
    }

    /// <summary>Lets go of all that waits in a queue that is no longer there.</summary>
    public void OverflowAll(QueueEntry queue)
    {
        while (queue.Waiting.Count > 0)
        {
            Overflow(queue.Waiting[0], null, new OverflowReason(OverflowKind.NoQueue, 0));
        }
    }

    private static T? RuleOf<T>(QueueEntry queue)
        where T : OverflowPlan
    {
        foreach (var rule in queue.Plan.Overflow)
        {
            if (rule is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool HasAgents(QueueEntry queue)
    {
        foreach (var (agent, _) in queue.Members)
        {
            if (agent.Phone is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void Enter(ItemEntry item)
    {
        floor.Items.Add(item.Work.Id, item);
        item.Queue.Insert(item);
        if (item.Work.Kind == WorkKind.Call && OverflowsAtOnce(item))
        {
            return;
        }

        item.Told = item.Queue.PlaceOf(item, floor.Now);
        floor.Out.Add(new AcdDecision.Queued(
            item.Work.Id, item.Queue.Name, item.Told, new QueuedReason(item.Work.EnteredAt - item.Work.Turn, item.Work.HeadStart)));
        floor.Unplaced.Add(item);
        PlanWake(item);
    }

    private bool OverflowsAtOnce(ItemEntry item)
    {
        var queue = item.Queue;
        var others = queue.OthersThan(item, floor.Now);
        if (others >= queue.Plan.MostWaiting)
        {
            Overflow(item, null, new OverflowReason(OverflowKind.Full, others));
            return true;
        }

        foreach (var rule in queue.Plan.Overflow)
        {
            OverflowReason? reason = rule switch
            {
                OverflowPlan.Closed when !queue.Plan.IsOpen => new(OverflowKind.Closed, 0),
                OverflowPlan.Waiting full when others >= full.Count => new(OverflowKind.Full, others),
                OverflowPlan.Forecast limit when Forecasting.WaitOf(item, floor) is { } wait && wait > limit.Wait =>
                    new(OverflowKind.Forecast, wait.Ticks),
                OverflowPlan.NoAgents when !HasAgents(queue) => new(OverflowKind.NoAgents, 0),
                _ => null,
            };
            if (reason is not null)
            {
                Overflow(item, rule, reason.Value);
                return true;
            }
        }

        if (!queue.Plan.IsOpen)
        {
            Overflow(item, null, new OverflowReason(OverflowKind.Closed, 0));
        }

        return !queue.Plan.IsOpen;
    }

    private void Overflow(ItemEntry item, OverflowPlan? rule, OverflowReason reason)
    {
        Take(item, WithdrawReason.WorkLeft);
        floor.Out.Add(new AcdDecision.Overflow(item.Work.Id, item.Queue.Name, rule?.To, reason));
    }

    private void Take(ItemEntry item, WithdrawReason reason)
    {
        floor.Items.Remove(item.Work.Id);
        item.Queue.Remove(item);
        item.Winner = null;
        floor.SetStage(item, ItemStage.Served);
        offers.LetGo(item, reason);
    }

    private void PlanWake(ItemEntry item)
    {
        var next = Eligibility.NextAt(item, floor.Now);
        next = Later(next, Matching.PrefersUntil(item));
        next = Later(next, item.Work.NotBefore);
        next = Later(next, item.Work.DueAt + RuleOf<OverflowPlan.After>(item.Queue)?.Wait);
        if (next is { } due)
        {
            floor.WakeAt(due, item);
        }
    }

    // The earlier of the two, of those that are still to come.
    private DateTimeOffset? Later(DateTimeOffset? next, DateTimeOffset? other) =>
        other > floor.Now ? Eligibility.Earlier(next, other.Value) : next;
}
