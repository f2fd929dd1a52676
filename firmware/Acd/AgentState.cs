namespace Switchhook.Acd;

/// <summary>What an agent is doing, for all queues at once. An agent is always in exactly one state.</summary>
public enum AgentState
{
    /// <summary>Not at work: gets nothing.</summary>
    LoggedOut,

    /// <summary>Gets the next work that suits.</summary>
    Available,

    /// <summary>Work is offered and the telephone rings.</summary>
    Ringing,

    /// <summary>Talks, with a customer of a queue or in a call of the agent's own.</summary>
    Talking,

    /// <summary>In a call, and the customer is on hold.</summary>
    Holding,

    /// <summary>Time to finish after a call: nothing is offered.</summary>
    WrapUp,

    /// <summary>Logged in and away from work.</summary>
    Paused,

    /// <summary>Logged in at a telephone that cannot be rung.</summary>
    Unreachable,
}
