namespace Switchhook.Flows.Queues.Messages;

/// <summary>What an agent has done with a message.</summary>
internal enum MessageResult
{
    /// <summary>Hung up before its end: it goes back to its place.</summary>
    NotHeard,

    /// <summary>Heard it; nothing is left to do.</summary>
    Heard,

    /// <summary>Heard it, and calls the caller.</summary>
    CallBack,
}
