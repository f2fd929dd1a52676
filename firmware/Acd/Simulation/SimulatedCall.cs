namespace Switchhook.Acd.Simulation;

/// <summary>A call that is played to the queue engine.</summary>
/// <param name="Item">What arrives; it arrives when it enters its queue.</param>
/// <param name="Talk">How long an agent would talk with the caller.</param>
/// <param name="Patience">After how long of waiting the caller gives up; null for never.</param>
public sealed record SimulatedCall(WorkItem Item, TimeSpan Talk, TimeSpan? Patience = null)
{
    /// <summary>How long an agent's telephone rings before it is lifted; zero for at once, less than the queue rings an agent.</summary>
    public TimeSpan Answer { get; init; }
}
