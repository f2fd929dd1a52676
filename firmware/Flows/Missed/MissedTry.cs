using Switchhook.Calls;

namespace Switchhook.Flows.Missed;

/// <summary>What is known of a call from or to outside that has not ended.</summary>
/// <param name="IsIncoming">True for a call from outside.</param>
/// <param name="Number">Who calls, or is called.</param>
/// <param name="Name">Name of who calls; null when unknown.</param>
/// <param name="From">Where it came from.</param>
/// <param name="At">When it began.</param>
internal sealed record MissedTry(bool IsIncoming, string Number, string? Name, Party From, DateTimeOffset At)
{
    /// <summary>True when two people have talked.</summary>
    public bool IsConnected { get; init; }

    /// <summary>How far it got.</summary>
    public string? Reached { get; init; }

    /// <summary>What the caller has got instead of a talk; null for nothing.</summary>
    public MissedEnd? Instead { get; init; }
}
