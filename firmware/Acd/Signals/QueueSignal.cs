namespace Switchhook.Acd.Signals;

/// <summary>What a queue is doing, as one lamp can show it; the more pressing, the later in the list.</summary>
public enum QueueSignal
{
    /// <summary>Nobody waits, and someone could answer.</summary>
    Idle,

    /// <summary>Nobody waits, and no agent is free: they talk or finish a call.</summary>
    Busy,

    /// <summary>A caller waits.</summary>
    CallsWaiting,

    /// <summary>A caller has waited so long that the service level is missed for him.</summary>
    OverTarget,

    /// <summary>Nobody is there who could answer, now or after a call: all are logged out, paused or cannot be rung.</summary>
    NoAgents,

    /// <summary>An alarm of the queue is on.</summary>
    Alarm,
}
