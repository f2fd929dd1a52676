using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>A queue in the engine: what waits in it, in the order of its turns.</summary>
internal sealed class QueueEntry(QueuePlan plan)
{
    // A new queue knows nothing of its calls: three minutes is a usual call of an office.
    private static readonly TimeSpan FirstHandling = TimeSpan.FromMinutes(3);

    // The last two hundred calls say what the next will be like. Of fewer, the mean is longest just when the queue is, after some calls
    // that were long by chance: callers would be told a tenth more than they wait.
    private const double HandlingWeight = 0.01;

    private readonly List<ItemEntry> _waiting = [];
    private int _learnt;

    public string Name => Plan.Name;

    public QueuePlan Plan { get; set; } = plan;

    /// <summary>The agents of the queue, in the order of the plan.</summary>
    public List<(AgentEntry Agent, TimeSpan After)> Members { get; } = [];

    /// <summary>All work that no agent has yet, by turn.</summary>
    public IReadOnlyList<ItemEntry> Waiting => _waiting;

    /// <summary>How many of those have nobody rung for them.</summary>
    public int Unoffered { get; set; }

    /// <summary>Where round robin stands: who was rung last.</summary>
    public string? LastRung { get; set; }

    /// <summary>Mean of talk and wrap-up of the latest calls.</summary>
    public TimeSpan Handling { get; private set; } = FirstHandling;

    public void Learn(TimeSpan handling)
    {
        // The first calls count as many as there are: else it would take two hundred to forget the guess.
        _learnt++;
        Handling += (handling - Handling) * Math.Max(HandlingWeight, 1.0 / (_learnt + 1));
    }

    public void Insert(ItemEntry item)
    {
        var at = _waiting.Count;
        while (at > 0 && IsBefore(item, _waiting[at - 1]))
        {
            at--;
        }

        _waiting.Insert(at, item);
        Unoffered += item.Stage == ItemStage.Waiting ? 1 : 0;
    }

    /// <summary>Takes work out; its stage is for <see cref="Floor.SetStage"/> to change.</summary>
    public void Remove(ItemEntry item) => _waiting.Remove(item);

    /// <summary>The place of waiting work, from 1: what could be had before it, and one more.</summary>
    public int PlaceOf(ItemEntry item, DateTimeOffset now)
    {
        var place = 1;
        foreach (var other in _waiting)
        {
            if (other == item)
            {
                break;
            }

            place += other.RestsAt(now) ? 0 : 1;
        }

        return place;
    }

    /// <summary>How much waits beside a piece of work that somebody could have.</summary>
    public int OthersThan(ItemEntry item, DateTimeOffset now)
    {
        var count = 0;
        foreach (var other in _waiting)
        {
            count += other == item || other.RestsAt(now) ? 0 : 1;
        }

        return count;
    }

    /// <summary>How pressing work is among that of all queues: waiting times weight.</summary>
    public double Urgency(ItemEntry item, DateTimeOffset now) => (double)Plan.Weight * (now.UtcTicks - item.Turn);

    private static bool IsBefore(ItemEntry one, ItemEntry other) =>
        one.Turn < other.Turn || (one.Turn == other.Turn && one.Number < other.Number);
}
