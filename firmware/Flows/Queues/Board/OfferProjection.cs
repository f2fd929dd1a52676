using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues.Board;

/// <summary>Makes from the events of calls what was offered to agents, and what came of it.</summary>
public static class OfferProjection
{
    /// <summary>The offer that an event begins; null for any other event.</summary>
    public static AgentOffer? Begin(JournalEvent journalEvent) => journalEvent.Entry is QueueOffered e
        ? new AgentOffer(e.Agent, e.Visit, e.Queue, journalEvent.At, null, OfferResult.Ringing)
        : null;

    /// <summary>The visit whose offers an event may end; null for one that ends all of its call, or none.</summary>
    public static string? VisitOf(CallEntry entry) => entry switch
    {
        QueueOfferEnded e => e.Visit,
        QueueJoined e => e.Visit,
        QueueEntered e => e.Visit,
        _ => null,
    };

    /// <summary>True for an event that ends all offers of its call.</summary>
    public static bool IsAboutAll(CallEntry entry) => entry is CallEnded;

    /// <summary>An offer that rings, after one more event of its visit or its call.</summary>
    public static AgentOffer Apply(AgentOffer offer, JournalEvent journalEvent) => journalEvent.Entry switch
    {
        QueueOfferEnded e when e.Visit == offer.Visit && e.Agent == offer.Agent => End(offer, journalEvent.At, ResultOf(e.Result)),
        QueueJoined e when e.Visit == offer.Visit && e.Agent == offer.Agent => End(offer, journalEvent.At, OfferResult.Accepted),

        // What still rings when the call is over, or when a call back is put into its queue again, was cut off by a restart.
        QueueEntered e when e.Visit == offer.Visit => End(offer, journalEvent.At, OfferResult.Withdrawn),
        CallEnded e => End(offer, e.EndedAt ?? journalEvent.At, OfferResult.Withdrawn),
        _ => offer,
    };

    private static AgentOffer End(AgentOffer offer, DateTimeOffset at, OfferResult result) =>
        offer with { To = at > offer.From ? at : offer.From, Result = result };

    // A newer version may have names that this one does not know; over is over.
    private static OfferResult ResultOf(string name) =>
        Enum.TryParse<OfferResult>(name, out var result) && result != OfferResult.Ringing ? result : OfferResult.Withdrawn;
}
