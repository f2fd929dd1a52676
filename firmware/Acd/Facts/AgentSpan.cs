namespace Switchhook.Acd.Facts;

/// <summary>A time that an agent spent in one state.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="State">What the agent was doing.</param>
/// <param name="Reason">Why, such as the reason of a pause; null when none was given.</param>
/// <param name="Visit">The <see cref="Facts.Visit.Id"/> it was about; null when about none.</param>
/// <param name="From">Its begin, UTC.</param>
/// <param name="To">Its end, UTC; null when it lasts.</param>
public sealed record AgentSpan(string Agent, AgentState State, string? Reason, string? Visit, DateTimeOffset From, DateTimeOffset? To);
