namespace Switchhook.Acd.Engine;

/// <summary>The whole state of the engine, and the few changes that everything else is made of.</summary>
internal sealed class Floor(ulong seed)
{
    private readonly PriorityQueue<object, (long Due, long Number)> _timers = new();
    private readonly Dictionary<string, int> _freeLines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _heldLines = new(StringComparer.Ordinal);
    private long _numbers;
    private ulong _chance = seed;

    /// <summary>The queues, in the order of the plan.</summary>
    public List<QueueEntry> QueueList { get; } = [];

    public Dictionary<string, QueueEntry> Queues { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, AgentEntry> Agents { get; } = new(StringComparer.Ordinal);

    /// <summary>All work, that which agents have too.</summary>
    public Dictionary<string, ItemEntry> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Agents who became free and look for work.</summary>
    public Queue<AgentEntry> Free { get; } = new();

    /// <summary>Work that looks for agents.</summary>
    public List<ItemEntry> Unplaced { get; } = [];

    /// <summary>The moment that is being handled; never goes back.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>Takes the decisions of the event that is being handled.</summary>
    public List<AcdDecision> Out { get; set; } = [];

    /// <summary>When something is due, if nothing happens before; null for never.</summary>
    public DateTimeOffset? NextDue =>
        _timers.TryPeek(out _, out var first) ? new DateTimeOffset(first.Due, TimeSpan.Zero) : null;

    /// <summary>The next number in order of time.</summary>
    public long NextNumber() => ++_numbers;

    /// <summary>A random number (SplitMix64, so that a seed gives the same run everywhere).</summary>
    public ulong NextChance()
    {
        _chance += 0x9E3779B97F4A7C15;
        var mixed = (_chance ^ (_chance >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Has an agent or a piece of work looked at again at a moment; what has changed by then does no harm.</summary>
    public void WakeAt(DateTimeOffset due, object entry) => _timers.Enqueue(entry, (due.UtcTicks, NextNumber()));

    /// <summary>The next agent or piece of work that is due by a moment; null when there is none.</summary>
    public object? TakeDue(DateTimeOffset by, out DateTimeOffset due)
    {
        due = by;
        if (!_timers.TryPeek(out var entry, out var first) || first.Due > by.UtcTicks)
        {
            return null;
        }

        _timers.Dequeue();
        due = new DateTimeOffset(first.Due, TimeSpan.Zero);
        return entry;
    }

    /// <summary>Sets how many of a group of lines are free, those that are held for work that rings too.</summary>
    public void SetFreeLines(string lines, int free)
    {
        _freeLines[lines] = free;
        LookAgain(lines);
    }

    /// <summary>True when work that needs a line could have one.</summary>
    public bool HasLineFor(ItemEntry item) =>
        item.Work.Lines is not { } lines || _freeLines.GetValueOrDefault(lines) > _heldLines.GetValueOrDefault(lines);

    /// <summary>Moves work on: the only place where its stage changes.</summary>
    public void SetStage(ItemEntry item, ItemStage stage)
    {
        var before = item.Stage;
        if (before == stage)
        {
            return;
        }

        item.Stage = stage;
        item.Queue.Unoffered += (stage == ItemStage.Waiting ? 1 : 0) - (before == ItemStage.Waiting ? 1 : 0);
        if (item.Work.Lines is { } lines)
        {
            var held = (Holds(stage) ? 1 : 0) - (Holds(before) ? 1 : 0);
            _heldLines[lines] = _heldLines.GetValueOrDefault(lines) + held;
            if (held < 0)
            {
                LookAgain(lines);
            }
        }
    }

    /// <summary>Works out the state of an agent, and tells it when it is another one.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="since">Since when in that state, if that was before this moment (a restart); else null.</param>
    public void Refresh(AgentEntry agent, DateTimeOffset? since = null)
    {
        OpenWanted(agent);
        var state = agent.StateAt(Now);
        DateTimeOffset? until = state switch
        {
            AgentState.Ringing => agent.OfferUntil,
            AgentState.WrapUp => agent.WrapUpUntil,
            _ => null,
        };
        if (state == agent.State && until == agent.Until && agent.Phone == agent.ToldPhone)
        {
            return;
        }

        // A wrap-up that was interrupted by a call of the agent's own, or extended, began when the customer's call ended.
        agent.Since = state == agent.State ? agent.Since : since ?? Now;
        (agent.State, agent.Until, agent.ToldPhone) = (state, until, agent.Phone);
        LookForWork(agent);
        Out.Add(new AcdDecision.AgentChanged(
            agent.Name, state, agent.Since, until, ItemOf(agent, state), agent.Phone, WhyOf(agent, state)));
    }

    /// <summary>Has an agent look for work who may take some now.</summary>
    public void LookForWork(AgentEntry agent)
    {
        if (agent.CanTakeAt(Now))
        {
            Free.Enqueue(agent);
        }
    }

    // Work that waits for an agent need not wait for one who is away.
    private void OpenWanted(AgentEntry agent)
    {
        if (agent.WasAtWork == agent.IsAtWork)
        {
            return;
        }

        agent.WasAtWork = agent.IsAtWork;
        foreach (var queue in agent.Queues)
        {
            foreach (var item in queue.Waiting)
            {
                if (item.Work.Prefer == agent.Name)
                {
                    Unplaced.Add(item);
                }
            }
        }
    }

    // What waits for one of these lines may have it now.
    private void LookAgain(string lines)
    {
        foreach (var item in QueueList.SelectMany(queue => queue.Waiting))
        {
            if (item.Work.Lines == lines && item.Stage == ItemStage.Waiting)
            {
                Unplaced.Add(item);
            }
        }
    }

    private static bool Holds(ItemStage stage) => stage is ItemStage.Ringing or ItemStage.Joining;

    private static string? ItemOf(AgentEntry agent, AgentState state) => state switch
    {
        AgentState.Talking or AgentState.Holding => agent.Serving?.Work.Id,
        AgentState.Ringing => agent.Offered?.Work.Id,
        AgentState.WrapUp => agent.WrapUpItem,
        _ => null,
    };

    private static string? WhyOf(AgentEntry agent, AgentState state) => state switch
    {
        AgentState.Paused => agent.PauseReason,
        AgentState.LoggedOut => agent.LogOutReason,
        _ => null,
    };
}
