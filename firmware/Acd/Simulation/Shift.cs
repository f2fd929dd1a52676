namespace Switchhook.Acd.Simulation;

/// <summary>When a simulated agent is at work.</summary>
/// <param name="Agent">Name in the plan.</param>
/// <param name="From">Logs in.</param>
/// <param name="To">Logs out; a call that is going on is ended before.</param>
public sealed record Shift(string Agent, DateTimeOffset From, DateTimeOffset To);
