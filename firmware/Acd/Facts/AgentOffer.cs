namespace Switchhook.Acd.Facts;

/// <summary>One time that work was offered to an agent.</summary>
/// <param name="Agent">The agent whose telephone rang.</param>
/// <param name="Visit">The <see cref="Facts.Visit.Id"/> of the work.</param>
/// <param name="Queue">The queue it came from.</param>
/// <param name="From">When ringing began, UTC.</param>
/// <param name="To">When it ended, UTC; null when it rings.</param>
/// <param name="Result">What came of it.</param>
public sealed record AgentOffer(
    string Agent, string Visit, string Queue, DateTimeOffset From, DateTimeOffset? To, OfferResult Result);
