namespace Switchhook.Acd;

/// <summary>What the engine wants done, and why. The host does it and tells what came of it by events.</summary>
public abstract record AcdDecision
{
    private AcdDecision()
    {
    }

    /// <summary>One plain sentence for the journal.</summary>
    public abstract string Words { get; }

    /// <summary>Work waits in a queue now.</summary>
    /// <param name="Item">The work.</param>
    /// <param name="Queue">The queue.</param>
    /// <param name="Position">Its place there, from 1.</param>
    /// <param name="Reason">What gave it that place.</param>
    public sealed record Queued(string Item, string Queue, int Position, QueuedReason Reason) : AcdDecision
    {
        /// <inheritdoc/>
        public override string Words => $"Place {Position} in queue {Queue}{Reason.InWords()}.";
    }

    /// <summary>Ring an agent for work.</summary>
    /// <param name="Item">The work.</param>
    /// <param name="Agent">The agent.</param>
    /// <param name="Phone">Where the agent is logged in.</param>
    /// <param name="Until">When the engine withdraws it again.</param>
    /// <param name="Reason">Why this agent, and why now.</param>
    public sealed record Offer(string Item, string Agent, string Phone, DateTimeOffset Until, OfferReason Reason) : AcdDecision
    {
        /// <inheritdoc/>
        public override string Words => $"Offered to {Agent}: {Reason.InWords()}.";
    }

    /// <summary>Ring the agent no longer.</summary>
    public sealed record Withdraw(string Item, string Agent, WithdrawReason Reason) : AcdDecision
    {
        /// <inheritdoc/>
        public override string Words => Reason switch
        {
            WithdrawReason.NoAnswer => $"{Agent} did not answer.",
            WithdrawReason.TakenByOther => $"{Agent} is not needed any more: another agent has it.",
            WithdrawReason.WorkLeft => $"{Agent} is not needed any more: the caller has gone.",
            WithdrawReason.AgentLeft => $"{Agent} is not free any more.",
            WithdrawReason.Closed => $"{Agent} is not needed any more: the queue is closed.",
            WithdrawReason.NotJoined => $"{Agent} took it, but no sound came.",
            WithdrawReason.GivenAway => $"{Agent} is not needed any more: the caller is given to a colleague.",
        };
    }

    /// <summary>This agent has it, nobody else: let agent and customer hear each other. Others ring on until that is done.</summary>
    public sealed record Join(string Item, string Agent) : AcdDecision
    {
        /// <inheritdoc/>
        public override string Words => $"{Agent} was the first to answer.";
    }

    /// <summary>Work leaves the queue without an agent.</summary>
    /// <param name="Item">The work.</param>
    /// <param name="Queue">The queue.</param>
    /// <param name="To">Where to, a word of the plan; null goes on with what comes after the queue.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Overflow(string Item, string Queue, string? To, OverflowReason Reason) : AcdDecision
    {
        /// <inheritdoc/>
        public override string Words => $"Leaves queue {Queue}{(To is null ? "" : $" for {To}")}: {Reason.InWords()}.";
    }

    /// <summary>An agent's state is another one now.</summary>
    /// <param name="Agent">The agent.</param>
    /// <param name="State">The state.</param>
    /// <param name="Since">Since when; an extended wrap-up began earlier.</param>
    /// <param name="Until">When it ends by itself; null when it does not.</param>
    /// <param name="Item">The work that it belongs to, if any.</param>
    /// <param name="Phone">Where the agent is logged in; null when logged out.</param>
    /// <param name="Why">What brought it about: the reason of a pause, "no answer".</param>
    public sealed record AgentChanged(
        string Agent, AgentState State, DateTimeOffset Since, DateTimeOffset? Until, string? Item, string? Phone, string? Why) : AcdDecision
    {
        /// <inheritdoc/>
        public override string Words => State switch
        {
            AgentState.LoggedOut => $"{Agent} is logged out{Because}.",
            AgentState.Available => $"{Agent} is free.",
            AgentState.Ringing => $"{Agent} is rung.",
            AgentState.Talking when Item is null => $"{Agent} is in a call of their own.",
            AgentState.Talking => $"{Agent} talks.",
            AgentState.Holding => $"{Agent} has put the customer on hold.",
            AgentState.WrapUp => $"{Agent} finishes the call, for {TimeWords.Of(Until - Since)} in all.",
            AgentState.Paused => $"{Agent} is paused{Because}.",
            AgentState.Unreachable => $"{Agent}'s phone {Phone} cannot be rung.",
        };

        private string Because => Why is null ? "" : $" ({Why})";
    }
}

/// <summary>Why an agent is rung no longer.</summary>
public enum WithdrawReason
{
    /// <summary>The time was up.</summary>
    NoAnswer,

    /// <summary>Another agent has it.</summary>
    TakenByOther,

    /// <summary>The work left the queue.</summary>
    WorkLeft,

    /// <summary>The agent logged out, paused, or began a call of their own.</summary>
    AgentLeft,

    /// <summary>The queue has closed, and it was a call back.</summary>
    Closed,

    /// <summary>The agent answered, and was not joined in time.</summary>
    NotJoined,

    /// <summary>A supervisor gives the caller to another agent.</summary>
    GivenAway,
}
