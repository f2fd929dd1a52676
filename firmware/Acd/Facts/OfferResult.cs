namespace Switchhook.Acd.Facts;

/// <summary>What came of ringing an agent.</summary>
public enum OfferResult
{
    /// <summary>Not ended: the telephone rings.</summary>
    Ringing,

    /// <summary>The agent answered.</summary>
    Accepted,

    /// <summary>It rang until the limit (RONA: ring, no answer).</summary>
    NoAnswer,

    /// <summary>The agent refused.</summary>
    Declined,

    /// <summary>The work was gone before the agent answered: the caller left or another agent was quicker.</summary>
    Withdrawn,

    /// <summary>The telephone could not be rung.</summary>
    Unreachable,
}
