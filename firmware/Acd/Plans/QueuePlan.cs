using System.Collections.Immutable;

namespace Switchhook.Acd.Plans;

/// <summary>A queue as the site describes it.</summary>
/// <param name="Name">Stable name; everything that is kept about a queue is kept under it.</param>
/// <param name="Members">Who may get its work, in the order of the site.</param>
public sealed record QueuePlan(string Name, ImmutableArray<QueueMember> Members)
{
    /// <summary>Which of the free agents gets the next work.</summary>
    public RoutingStrategy Strategy { get; init; } = RoutingStrategy.LongestIdle;

    /// <summary>Skills that all work of the queue needs.</summary>
    public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>
    /// At first only agents of level 1 get work; each time that so much waiting has passed, those of one level more. Null: all
    /// levels at once.
    /// </summary>
    public TimeSpan? Widen { get; init; }

    /// <summary>How fast waiting counts here, when an agent of several queues becomes free: 2 counts each minute twice.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>How long one agent is rung.</summary>
    public TimeSpan Ring { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time to finish after each call.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>
    /// So many offers in a row that an agent lets ring out pause the agent; 0 never does. Not counted where all ring at once.
    /// </summary>
    public int MissedLimit { get; init; } = 1;

    /// <summary>The most work that may wait; more overflows at once. Null: no limit.</summary>
    public int? MostWaiting { get; init; }

    /// <summary>
    /// False outside its hours: no caller is let in and no call back is offered; who waits already is served. The host brings a new plan
    /// when that changes.
    /// </summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>When work leaves the queue for another place; the first rule that holds decides.</summary>
    public ImmutableArray<OverflowPlan> Overflow { get; init; } = [];
}

/// <summary>An agent of a queue.</summary>
/// <param name="Agent">Name of the agent.</param>
/// <param name="After">Gets only work that has waited so long: zero for the first tier.</param>
public sealed record QueueMember(string Agent, TimeSpan After = default);
