namespace Switchhook.Calls;

/// <summary>Why a leg or a call ended: a closed code for the figures, words for people.</summary>
/// <param name="Code">The closed set.</param>
/// <param name="Words">One plain sentence, as the journal shows it.</param>
public sealed record Cause(CauseCode Code, string Words)
{
    /// <summary>The party hung up.</summary>
    public static Cause HungUp(string who) => new(CauseCode.HungUp, $"{who} hung up.");

    /// <summary>The other side of the call hung up.</summary>
    public static readonly Cause FarEnd = new(CauseCode.HungUp, "The other party hung up.");

    /// <summary>Another phone answered first.</summary>
    public static readonly Cause AnsweredElsewhere = new(CauseCode.AnsweredElsewhere, "Another phone answered.");

    /// <summary>Rang out.</summary>
    public static readonly Cause NoAnswer = new(CauseCode.NoAnswer, "Nobody answered.");

    /// <summary>The party is in another call.</summary>
    public static readonly Cause Busy = new(CauseCode.Busy, "Busy.");
}

/// <summary>The ways a leg or a call can end.</summary>
public enum CauseCode
{
    /// <summary>A party hung up: the normal end.</summary>
    HungUp,

    /// <summary>Another phone answered.</summary>
    AnsweredElsewhere,

    /// <summary>Rang and nobody answered.</summary>
    NoAnswer,

    /// <summary>In use.</summary>
    Busy,

    /// <summary>The number does not exist or may not be dialled.</summary>
    Refused,

    /// <summary>The party does not want the call.</summary>
    Declined,

    /// <summary>No free or working line.</summary>
    NoLine,

    /// <summary>The flow ended the call.</summary>
    FlowEnded,

    /// <summary>The call was cleared for an emergency call.</summary>
    Preempted,

    /// <summary>The leg went into another call (transfer, conference).</summary>
    Transferred,

    /// <summary>A line lost its battery or a port failed.</summary>
    LineFault,

    /// <summary>The box stopped or restarted.</summary>
    BoxStopped,

    /// <summary>A fault of ours.</summary>
    Fault,
}
