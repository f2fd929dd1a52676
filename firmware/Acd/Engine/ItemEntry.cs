namespace Switchhook.Acd.Engine;

/// <summary>A piece of work in the engine.</summary>
internal sealed class ItemEntry(WorkItem work, QueueEntry queue, long number)
{
    public WorkItem Work { get; set; } = work;

    public QueueEntry Queue { get; set; } = queue;

    /// <summary>Breaks ties: which came first.</summary>
    public long Number { get; } = number;

    /// <summary>From when on waiting counts, the head start in it: the smaller, the earlier its turn. Ticks of UTC.</summary>
    public long Turn { get; } = work.Turn.UtcTicks - work.HeadStart.Ticks;

    public ItemStage Stage { get; set; } = ItemStage.Waiting;

    /// <summary>Agents whose phones ring for it.</summary>
    public List<AgentEntry> Ringing { get; } = [];

    /// <summary>The agent who answered first.</summary>
    public AgentEntry? Winner { get; set; }

    /// <summary>The agent to whom a supervisor has given it; null for nobody.</summary>
    public string? GivenTo { get; set; }

    /// <summary>The best place that was ever told.</summary>
    public int Told { get; set; } = int.MaxValue;

    public TimeSpan WaitedAt(DateTimeOffset now) => now > Work.DueAt ? now - Work.DueAt : TimeSpan.Zero;

    /// <summary>
    /// True while nobody could have it: its time has not come, or it is a call back and its queue is closed. It is before nobody then.
    /// </summary>
    public bool RestsAt(DateTimeOffset now) => Work.NotBefore > now || (Work.Kind == WorkKind.Callback && !Queue.Plan.IsOpen);
}

/// <summary>How far work has come.</summary>
internal enum ItemStage
{
    /// <summary>Nobody is rung for it.</summary>
    Waiting,

    /// <summary>Agents are rung.</summary>
    Ringing,

    /// <summary>One has answered and is being joined; others may ring on.</summary>
    Joining,

    /// <summary>An agent has it; it waits no more.</summary>
    Served,
}
