namespace Switchhook.Acd.Engine;

/// <summary>How long work will have to wait yet.</summary>
/// <remarks>
/// With c agents at work who need a time H for each call, one becomes free every H / c on the average; who is k-th of those for whom
/// nobody is rung yet has the k-th of them (exactly so for exponential times: the wait of an M/M/c queue is a sum of k exponential times of
/// mean H / c). Work of other queues that is more pressing to the same agents counts as being before it, by the share of its agents that
/// they are.
/// </remarks>
internal static class Forecasting
{
    /// <summary>The mean of the wait that is left; null when nobody is at work who could ever have it.</summary>
    public static TimeSpan? WaitOf(ItemEntry item, Floor floor)
    {
        var (serving, free) = (0, 0);
        foreach (var (agent, _) in item.Queue.Members)
        {
            if (agent.IsAtWork && Eligibility.HasSkills(item, agent))
            {
                serving++;
                free += agent.State == AgentState.Available ? 1 : 0;
            }
        }

        if (serving == 0)
        {
            return null;
        }

        var before = Before(item, floor.Now);
        if (item.Stage != ItemStage.Waiting || before < free)
        {
            return TimeSpan.Zero;
        }

        var turns = before + 1 + MorePressing(item, floor);
        return item.Queue.Handling * (turns / serving);
    }

    // What rings has its agent already, and is before nobody.
    private static int Before(ItemEntry item, DateTimeOffset now)
    {
        var count = 0;
        foreach (var other in item.Queue.Waiting)
        {
            if (other == item)
            {
                break;
            }

            count += other.Stage == ItemStage.Waiting && !other.RestsAt(now) ? 1 : 0;
        }

        return count;
    }

    private static double MorePressing(ItemEntry item, Floor floor)
    {
        var count = 0.0;
        var urgency = item.Queue.Urgency(item, floor.Now);
        foreach (var queue in floor.QueueList)
        {
            if (queue == item.Queue || queue.Unoffered == 0 || ShareOf(item.Queue, queue) is not (> 0 and var share))
            {
                continue;
            }

            foreach (var other in queue.Waiting)
            {
                var isBefore = other.Stage == ItemStage.Waiting && !other.RestsAt(floor.Now) && queue.Urgency(other, floor.Now) > urgency;
                count += isBefore ? share : 0;
            }
        }

        return count;
    }

    // Of the agents at work in the other queue, the part who would be taken from this one.
    private static double ShareOf(QueueEntry queue, QueueEntry other)
    {
        var (shared, all) = (0, 0);
        foreach (var (agent, _) in other.Members)
        {
            if (agent.IsAtWork)
            {
                all++;
                shared += agent.Queues.Contains(queue) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)shared / all;
    }
}
