using Switchhook.Acd.Facts;

namespace Switchhook.Storage.History;

/// <summary>What is known of the agents in a period.</summary>
/// <param name="Spans">What they did, where it touches the period.</param>
/// <param name="Offers">What was offered to them, where it touches the period.</param>
/// <param name="Visits">The visits that began in the period, and those that are open.</param>
public sealed record AgentFacts(IReadOnlyList<AgentSpan> Spans, IReadOnlyList<AgentOffer> Offers, IReadOnlyList<Visit> Visits);
