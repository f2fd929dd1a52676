namespace Switchhook.Acd.Figures.Agents;

/// <summary>A time in which an agent should be at work.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="From">Its begin, UTC.</param>
/// <param name="To">Its end, UTC.</param>
public sealed record Shift(string Agent, DateTimeOffset From, DateTimeOffset To);
