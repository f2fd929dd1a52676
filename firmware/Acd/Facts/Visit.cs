namespace Switchhook.Acd.Facts;

/// <summary>One visit of a piece of work to a queue. All times are UTC; what has not happened yet is null.</summary>
public sealed record Visit
{
    /// <summary>Identifies the visit on this box.</summary>
    public required string Id { get; init; }

    /// <summary>The call it belongs to; null for work without one.</summary>
    public string? Call { get; init; }

    /// <summary>The queue's name.</summary>
    public required string Queue { get; init; }

    /// <summary>What waits.</summary>
    public WorkKind Kind { get; init; }

    /// <summary>The caller's number; null when it is withheld or unknown.</summary>
    public string? Caller { get; init; }

    /// <summary>The line it came in by; null when it came by none.</summary>
    public string? Line { get; init; }

    /// <summary>When it entered the queue, after greeting and menu (t0).</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The same ticket came back, so that it is not offered again.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Who answered.</summary>
    public string? Agent { get; init; }

    /// <summary>The agent's leg in the call; null before the answer.</summary>
    public string? AgentLeg { get; init; }

    /// <summary>Since when the caller is on hold; null while not.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>When an agent's telephone was connected and could be heard (t1).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How long the caller was on hold, all holds together.</summary>
    public TimeSpan Hold { get; init; }

    /// <summary>When the talk ended (t2).</summary>
    public DateTimeOffset? TalkEndedAt { get; init; }

    /// <summary>When the agent had finished after the talk (t3).</summary>
    public DateTimeOffset? WrapUpEndedAt { get; init; }

    /// <summary>When it left the queue without an answer (ta).</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>How it went.</summary>
    public VisitOutcome Outcome { get; init; }

    /// <summary>The agent passed the caller on.</summary>
    public bool Transferred { get; init; }

    /// <summary>A third party joined the talk: one whom the agent brought in, or a supervisor.</summary>
    public bool Conferenced { get; init; }

    /// <summary>What it was about, as the agent has noted; null when nothing is noted.</summary>
    public string? Disposition { get; init; }

    /// <summary>The recording of the message that the caller left, or that waits in his place; null for none.</summary>
    public string? Message { get; init; }

    /// <summary>Until when the caller was promised a call.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>When the caller was reached by that call.</summary>
    public DateTimeOffset? CalledBackAt { get; init; }

    /// <summary>When the wait ended, by an answer or without one; null while it lasts.</summary>
    internal DateTimeOffset? WaitEndedAt => AnsweredAt ?? LeftAt;

    /// <summary>The whole wait; null while it lasts.</summary>
    public TimeSpan? Wait => WaitEndedAt is { } end ? Between(EnteredAt, end) : null;

    /// <summary>Talk with the caller, holds left out; null before its end.</summary>
    internal TimeSpan? Talk => AnsweredAt is { } answer && TalkEndedAt is { } end
        ? Max(Between(answer, end) - Hold, TimeSpan.Zero)
        : null;

    /// <summary>Work after the talk; nothing when there was none or it still lasts.</summary>
    internal TimeSpan WrapUp => TalkEndedAt is { } end && WrapUpEndedAt is { } finished ? Between(end, finished) : TimeSpan.Zero;

    // A clock that was set back between two events must not make time negative.
    private static TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
