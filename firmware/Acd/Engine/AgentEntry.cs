using Switchhook.Acd.Plans;

namespace Switchhook.Acd.Engine;

/// <summary>An agent in the engine. The state is not kept: it follows from what has happened (<see cref="StateAt"/>).</summary>
internal sealed class AgentEntry(AgentPlan plan)
{
    public string Name => Plan.Name;

    public AgentPlan Plan { get; set; } = plan;

    /// <summary>Queues that the agent is in, in the order of the plan.</summary>
    public List<QueueEntry> Queues { get; } = [];

    /// <summary>Where logged in; null when logged out.</summary>
    public string? Phone { get; set; }

    public string? PauseReason { get; set; }

    /// <summary>True for a pause that missed offers brought.</summary>
    public bool IsPausedByBox { get; set; }

    public string? LogOutReason { get; set; }

    public bool IsReachable { get; set; } = true;

    /// <summary>In a call that no queue has given.</summary>
    public bool IsBusy { get; set; }

    public bool IsHolding { get; set; }

    public DateTimeOffset? WrapUpUntil { get; set; }

    /// <summary>What the wrap-up belongs to.</summary>
    public string? WrapUpItem { get; set; }

    /// <summary>What the phone rings for, or is being joined with.</summary>
    public ItemEntry? Offered { get; set; }

    /// <summary>When the offer ends, or the time to be joined.</summary>
    public DateTimeOffset OfferUntil { get; set; }

    public ItemEntry? Serving { get; set; }

    public DateTimeOffset TalkBegan { get; set; }

    /// <summary>Not rung before: a breath after a missed offer.</summary>
    public DateTimeOffset RestUntil { get; set; }

    /// <summary>Offers in a row that rang out.</summary>
    public int Missed { get; set; }

    /// <summary>Since when free for work, breaths and offers that others took not counted.</summary>
    public DateTimeOffset IdleSince { get; set; }

    /// <summary>Calls since the day began.</summary>
    public int Calls { get; set; }

    /// <summary>Talk since the day began.</summary>
    public TimeSpan Talk { get; set; }

    /// <summary>As the host was told last.</summary>
    public AgentState State { get; set; } = AgentState.LoggedOut;

    /// <summary>End of that state, as the host was told last.</summary>
    public DateTimeOffset? Until { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>Where logged in, as the host was told last.</summary>
    public string? ToldPhone { get; set; }

    /// <summary>When a phone that failed is tried again; null when it did not.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>True for one who gets work, now or after the call.</summary>
    public bool IsAtWork => Phone is not null && PauseReason is null && IsReachable;

    /// <summary><see cref="IsAtWork"/> when it was looked at last.</summary>
    public bool WasAtWork { get; set; }

    /// <summary>True for one who is not in the plan any more and ends the last call.</summary>
    public bool IsGone { get; set; }

    public bool CanTakeAt(DateTimeOffset now) => State == AgentState.Available && RestUntil <= now;

    /// <summary>The state that follows from everything above.</summary>
    public AgentState StateAt(DateTimeOffset now) =>
        Serving is not null ? (IsHolding ? AgentState.Holding : AgentState.Talking)
        : Phone is null ? AgentState.LoggedOut
        : Offered is not null ? AgentState.Ringing
        : IsBusy ? AgentState.Talking
        : WrapUpUntil > now ? AgentState.WrapUp
        : PauseReason is not null ? AgentState.Paused
        : !IsReachable ? AgentState.Unreachable
        : AgentState.Available;

    /// <summary>The level of a skill; null without it.</summary>
    public int? LevelOf(string skill) => Plan.Skills.TryGetValue(skill, out var level) ? level : null;
}
