namespace Switchhook.Acd.Plans;

/// <summary>When work leaves a queue for another place.</summary>
/// <param name="To">The place, a word of the host's; null goes on with what comes after the queue.</param>
public abstract record OverflowPlan(string? To)
{
    /// <summary>It has waited so long and no telephone rings for it.</summary>
    public sealed record After(TimeSpan Wait, string? To) : OverflowPlan(To);

    /// <summary>On arrival, so much waits already.</summary>
    public sealed record Waiting(int Count, string? To) : OverflowPlan(To);

    /// <summary>On arrival, the forecast wait is longer.</summary>
    public sealed record Forecast(TimeSpan Wait, string? To) : OverflowPlan(To);

    /// <summary>Nobody of the queue is logged in, on arrival or later.</summary>
    public sealed record NoAgents(string? To) : OverflowPlan(To);

    /// <summary>The queue is closed on arrival, or later when nobody is logged in any more.</summary>
    public sealed record Closed(string? To) : OverflowPlan(To);
}
