namespace Switchhook.Acd.Simulation;

/// <summary>What became of a simulated call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Agent">Who took it; null when nobody did.</param>
/// <param name="Ended">When the wait was over: answered, given up, or sent elsewhere.</param>
/// <param name="HasOverflowed">True when the queue sent it elsewhere.</param>
public sealed record SimulatedOutcome(SimulatedCall Call, string? Agent, DateTimeOffset Ended, bool HasOverflowed)
{
    /// <summary>How long the caller waited.</summary>
    public TimeSpan Wait => Ended - Call.Item.EnteredAt;
}
