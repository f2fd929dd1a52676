using Switchhook.Acd;
using Switchhook.Acd.Facts;

namespace Switchhook.Storage.Queues;

/// <summary>A visit to a queue as the columns of the table <c>visits</c>.</summary>
internal sealed class VisitRow
{
    public const string Columns =
        """
        id as Id, call as Call, queue as Queue, kind as Kind, caller as Caller, line as Line, entered_at as EnteredAt,
        is_return as IsReturn, agent as Agent, agent_leg as AgentLeg, held_since as HeldSince, answered_at as AnsweredAt, hold_ms as HoldMs,
        talk_ended_at as TalkEndedAt, wrap_up_ended_at as WrapUpEndedAt, left_at as LeftAt, outcome as Outcome,
        transferred as Transferred, conferenced as Conferenced, disposition as Disposition, promised_by as PromisedBy,
        called_back_at as CalledBackAt, message as Message, last_seq as LastSeq
        """;

    public string Id { get; init; } = "";

    public string? Call { get; init; }

    public string Queue { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? Caller { get; init; }

    public string? Line { get; init; }

    public long EnteredAt { get; init; }

    public long IsReturn { get; init; }

    public string? Agent { get; init; }

    public string? AgentLeg { get; init; }

    public long? HeldSince { get; init; }

    public long? AnsweredAt { get; init; }

    public long HoldMs { get; init; }

    public long? TalkEndedAt { get; init; }

    public long? WrapUpEndedAt { get; init; }

    public long? LeftAt { get; init; }

    public string Outcome { get; init; } = "";

    public long Transferred { get; init; }

    public long Conferenced { get; init; }

    public string? Disposition { get; init; }

    public long? PromisedBy { get; init; }

    public long? CalledBackAt { get; init; }

    public string? Message { get; init; }

    public long LastSeq { get; init; }

    public Visit ToVisit() => new()
    {
        Id = Id,
        Call = Call,
        Queue = Queue,
        Kind = Enum.Parse<WorkKind>(Kind),
        Caller = Caller,
        Line = Line,
        EnteredAt = Milliseconds.At(EnteredAt),
        IsReturn = IsReturn != 0,
        Agent = Agent,
        AgentLeg = AgentLeg,
        HeldSince = Milliseconds.At(HeldSince),
        AnsweredAt = Milliseconds.At(AnsweredAt),
        Hold = TimeSpan.FromMilliseconds(HoldMs),
        TalkEndedAt = Milliseconds.At(TalkEndedAt),
        WrapUpEndedAt = Milliseconds.At(WrapUpEndedAt),
        LeftAt = Milliseconds.At(LeftAt),
        Outcome = Enum.Parse<VisitOutcome>(Outcome),
        Transferred = Transferred != 0,
        Conferenced = Conferenced != 0,
        Disposition = Disposition,
        PromisedBy = Milliseconds.At(PromisedBy),
        CalledBackAt = Milliseconds.At(CalledBackAt),
        Message = Message,
    };
}
