namespace Switchhook.Acd.Facts;

/// <summary>How a visit to a queue has gone.</summary>
public enum VisitOutcome
{
    /// <summary>Not ended: waits for an agent.</summary>
    Waiting,

    /// <summary>An agent has talked with the caller.</summary>
    Answered,

    /// <summary>The caller hung up before an answer.</summary>
    Abandoned,

    /// <summary>The caller wants to be called instead of waiting.</summary>
    CallbackRequested,

    /// <summary>The caller left a message instead of waiting.</summary>
    MessageLeft,

    /// <summary>The caller left the queue by a key.</summary>
    ExitKey,

    /// <summary>The wait was too long by the rules, and the call went elsewhere.</summary>
    Overflowed,

    /// <summary>Not let in: the queue was full, closed or without agents.</summary>
    TurnedAway,

    /// <summary>The box stopped while the caller waited.</summary>
    BoxStopped,
}
