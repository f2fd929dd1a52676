namespace Switchhook.Flows.Missed;

/// <summary>How a missed caller stands.</summary>
public enum MissedState
{
    /// <summary>Nobody has taken it on.</summary>
    Open,

    /// <summary>Someone wants to call back.</summary>
    Claimed,

    /// <summary>Done.</summary>
    Closed,
}

/// <summary>Why a missed caller is done.</summary>
public enum MissedClosing
{
    /// <summary>The caller called again, and talked with someone.</summary>
    GotThrough,

    /// <summary>The caller was called, and answered.</summary>
    CalledBack,

    /// <summary>Someone has taken it off the list.</summary>
    Dismissed,
}

/// <summary>How a call ended that got nobody.</summary>
public enum MissedEnd
{
    /// <summary>The caller hung up before anyone answered.</summary>
    GaveUp,

    /// <summary>The box ended it: closed, nobody answered, no place in the queue.</summary>
    TurnedAway,

    /// <summary>The caller left a message.</summary>
    LeftMessage,

    /// <summary>The caller was promised a call.</summary>
    PromisedCall,

    /// <summary>A line or the box failed.</summary>
    Fault,
}
