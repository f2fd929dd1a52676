using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues.Board;

/// <summary>
/// Makes the visits of queues from the events of their calls. The live board and the store use this same code, so live and historical
/// figures are made of the same facts.
/// </summary>
public static class VisitProjection
{
    /// <summary>The visit that an event is about; null for one that is about all visits of its call, or none.</summary>
    public static string? VisitOf(CallEntry entry) => entry switch
    {
        QueueEntered e => e.Visit,
        QueueJoined e => e.Visit,
        QueueTalkEnded e => e.Visit,
        QueueWrapUpEnded e => e.Visit,
        QueueLeft e => e.Visit,
        QueueDisposed e => e.Visit,
        CallbackEnded e => e.Visit,
        MessageOwed { Length: not null } e => e.Visit,
        MessageEnded e => e.Visit,
        _ => null,
    };

    /// <summary>True for an event that may change visits of its call which it does not name.</summary>
    public static bool IsAboutAll(CallEntry entry) => entry is LegHeld or CallEnded or ConferenceBegan;

    /// <summary>The visit after one more event of its call.</summary>
    /// <param name="visit">The visit so far; null before <see cref="QueueEntered"/>.</param>
    /// <param name="journalEvent">The event.</param>
    /// <returns>Null when the event cannot belong to a visit that has not begun.</returns>
    public static Visit? Apply(Visit? visit, JournalEvent journalEvent)
    {
        var at = journalEvent.At;
        return (visit, journalEvent.Entry) switch
        {
            (null, QueueEntered e) => Begin(e, at),
            (null, _) => null,

            // A stop cut off the talk with an agent, and what is owed waits again.
            ({ Kind: not WorkKind.Call, TalkEndedAt: not null }, QueueEntered e) => Begin(e, at),

            // Moved by a supervisor: it counts for the queue where it ends, and keeps the time it has waited.
            (_, QueueEntered e) => visit with { Queue = e.Queue },
            (_, QueueJoined e) => visit with
            {
                Call = e.Call.Value,
                Agent = e.Agent,
                AgentLeg = e.Leg,
                AnsweredAt = at,
                Outcome = VisitOutcome.Answered,
            },
            (_, QueueTalkEnded e) => EndTalk(visit, at) with { Transferred = e.Transferred },
            (_, QueueWrapUpEnded) => visit with { WrapUpEndedAt = at },

            // What a stop had ended is left since then, also when the box finds out later how.
            (_, QueueLeft e) => visit with
            {
                LeftAt = visit.LeftAt ?? at,
                Outcome = Named<VisitOutcome>(e.Outcome),
                PromisedBy = e.PromisedBy,
            },
            (_, CallbackEnded e) when e.IsReached => visit with { CalledBackAt = e.ReachedAt ?? at },
            (_, MessageOwed e) => visit with { Message = e.Recording },
            (_, MessageEnded e) when e.IsReached => visit with { CalledBackAt = e.ReachedAt ?? at },
            (_, ConferenceBegan) when visit is { AnsweredAt: not null, TalkEndedAt: null } => visit with { Conferenced = true },
            (_, QueueDisposed e) => visit with { Disposition = e.Disposition },
            (_, LegHeld e) when e.Leg == visit.AgentLeg => e.Held ? visit with { HeldSince = visit.HeldSince ?? at } : EndHold(visit, at),
            (_, CallEnded e) => EndWithCall(visit, e.EndedAt ?? at),
            _ => visit,
        };
    }

    private static Visit Begin(QueueEntered entered, DateTimeOffset at) => new()
    {
        Id = entered.Visit,
        Call = entered.Call.Value,
        Queue = entered.Queue,
        Kind = Named<WorkKind>(entered.Work),
        Caller = entered.Caller,
        Line = entered.Line,
        EnteredAt = at,
        IsReturn = entered.IsReturn,
        Message = entered.Message,
    };

    // What is still open when the call is over was cut off by a restart; a call back outlives the call that asked for it.
    private static Visit EndWithCall(Visit visit, DateTimeOffset at) =>
        visit.AnsweredAt is not null ? EndTalk(visit, at)
        : visit.Kind != WorkKind.Call ? visit
        : visit.LeftAt is null ? visit with { LeftAt = at, Outcome = VisitOutcome.BoxStopped }
        : visit;

    private static Visit EndTalk(Visit visit, DateTimeOffset at) =>
        visit.TalkEndedAt is null ? EndHold(visit, at) with { TalkEndedAt = at } : visit;

    private static Visit EndHold(Visit visit, DateTimeOffset at) => visit.HeldSince is { } since
        ? visit with { Hold = visit.Hold + (at > since ? at - since : TimeSpan.Zero), HeldSince = null }
        : visit;

    // A newer version may have names that this one does not know; they count as the first, which says the least.
    private static T Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : default;
}
