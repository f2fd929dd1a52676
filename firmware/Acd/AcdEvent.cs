using System.Collections.Immutable;
using Switchhook.Acd.Plans;

namespace Switchhook.Acd;

/// <summary>
/// Something that happened, as the engine is told. What does not fit the state (an answer after the caller has gone) changes nothing.
/// </summary>
public abstract record AcdEvent
{
    private AcdEvent()
    {
    }

    /// <summary>Nothing happened but that time has passed.</summary>
    public sealed record TimePassed : AcdEvent
    {
        /// <summary>The one there is.</summary>
        public static TimePassed Instance { get; } = new();
    }

    /// <summary>Work wants to wait in a queue.</summary>
    public sealed record WorkArrived(WorkItem Item) : AcdEvent;

    /// <summary>Work leaves its queue before an agent has it: the caller hung up, pressed a key, asked to be called back.</summary>
    public sealed record WorkLeft(string Item) : AcdEvent;

    /// <summary>A supervisor moves work to another queue; it keeps its turn.</summary>
    public sealed record WorkMoved(string Item, string Queue, string By) : AcdEvent;

    /// <summary>A supervisor gives work that waits to an agent, who alone gets it for a while.</summary>
    public sealed record WorkGiven(string Item, string Agent) : AcdEvent;

    /// <summary>An agent begins to work at a telephone, or moves to it.</summary>
    public sealed record AgentLoggedIn(string Agent, string Phone) : AcdEvent
    {
        /// <summary>True when that telephone can be rung; one on which the agent has just dialled a code cannot yet.</summary>
        public bool IsReachable { get; init; } = true;
    }

    /// <summary>An agent goes; a call goes on to its end.</summary>
    public sealed record AgentLoggedOut(string Agent, string Why) : AcdEvent;

    /// <summary>An agent wants no work for a while; a call goes on to its end.</summary>
    public sealed record AgentPaused(string Agent, string Reason) : AcdEvent;

    /// <summary>An agent is ready: ends wrap-up and pause.</summary>
    public sealed record AgentReady(string Agent) : AcdEvent;

    /// <summary>The telephone of an agent can be rung again, or cannot.</summary>
    public sealed record AgentReachable(string Agent, bool IsReachable) : AcdEvent;

    /// <summary>An agent is in a call that no queue has given, or no longer.</summary>
    public sealed record AgentBusy(string Agent, bool IsBusy) : AcdEvent;

    /// <summary>An agent takes what is offered: lifted the telephone, pressed 1.</summary>
    public sealed record OfferAccepted(string Item, string Agent) : AcdEvent;

    /// <summary>The telephone of an agent does not ring any more, for a reason of its own.</summary>
    public sealed record OfferFailed(string Item, string Agent, OfferFailure Failure) : AcdEvent;

    /// <summary>Agent and customer hear each other.</summary>
    public sealed record Joined(string Item, string Agent) : AcdEvent;

    /// <summary>The agent was gone before that.</summary>
    public sealed record JoinFailed(string Item, string Agent) : AcdEvent;

    /// <summary>The agent put the customer on hold, or took them back.</summary>
    public sealed record HeldChanged(string Agent, bool IsHeld) : AcdEvent;

    /// <summary>The agent's part in the call is over: either side hung up, or the call was passed on.</summary>
    public sealed record TalkEnded(string Agent) : AcdEvent;

    /// <summary>The agent needs more time after the call.</summary>
    public sealed record WrapUpExtended(string Agent, TimeSpan By) : AcdEvent;

    /// <summary>
    /// So many of a group of lines are free now. The line that a call back takes is told before <see cref="Joined"/>: until then one is
    /// held for it.
    /// </summary>
    public sealed record LinesChanged(string Lines, int Free) : AcdEvent;

    /// <summary>The counts of calls and talk by which some strategies decide begin anew.</summary>
    public sealed record DayBegan : AcdEvent;

    /// <summary>The site describes its queues and agents differently.</summary>
    public sealed record PlanChanged(AcdPlan Plan) : AcdEvent;

    /// <summary>What the box knew of its agents before it was restarted.</summary>
    public sealed record Restored(ImmutableArray<AgentMemory> Agents) : AcdEvent;
}

/// <summary>Why a telephone stopped ringing that the engine had ringing.</summary>
public enum OfferFailure
{
    /// <summary>The agent does not want it.</summary>
    Declined,

    /// <summary>The telephone cannot be rung: unplugged, not registered, used for something else.</summary>
    Unreachable,
}

/// <summary>What is known of an agent over a restart.</summary>
/// <param name="Agent">Name.</param>
/// <param name="Phone">Where logged in.</param>
/// <param name="Since">Since when in the state that the rest tells.</param>
/// <param name="PauseReason">Why paused; null when not.</param>
/// <param name="WrapUpUntil">When the time after a call ends; null when there is none.</param>
/// <param name="WrapUpItem">The work that it belongs to.</param>
/// <param name="Calls">Calls today.</param>
/// <param name="Talk">Talk today.</param>
public sealed record AgentMemory(
    string Agent,
    string Phone,
    DateTimeOffset Since,
    string? PauseReason = null,
    DateTimeOffset? WrapUpUntil = null,
    string? WrapUpItem = null,
    int Calls = 0,
    TimeSpan Talk = default);
