using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;

namespace Switchhook.Web.Api.Queues.Models;

/// <summary>A visit of a caller to a queue.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Call">The call; its journal tells why it went as it did.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Kind">What waited.</param>
/// <param name="Caller">The caller's number; null when unknown.</param>
/// <param name="Line">The line or trunk it came in by.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="IsReturn">True when the caller came back with the same ticket; it is not offered again.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Agent">Who answered; null when nobody did.</param>
/// <param name="AnsweredAt">Null when nobody did.</param>
/// <param name="LeftAt">When it ended without an answer.</param>
/// <param name="TalkEndedAt">When the talk ended.</param>
/// <param name="WrapUpEndedAt">When the agent had finished after the talk.</param>
/// <param name="Hold">How long the caller was on hold, in seconds.</param>
/// <param name="Transferred">The agent passed the caller on.</param>
/// <param name="Disposition">What it was about, as the agent has noted.</param>
/// <param name="Wait">How long the caller waited, in seconds; null while it lasts.</param>
public sealed record VisitModel(
    string Id,
    CallId? Call,
    string Queue,
    WorkKind Kind,
    string? Caller,
    string? Line,
    DateTimeOffset EnteredAt,
    bool IsReturn,
    VisitOutcome Outcome,
    string? Agent,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? LeftAt,
    DateTimeOffset? TalkEndedAt,
    DateTimeOffset? WrapUpEndedAt,
    TimeSpan Hold,
    bool Transferred,
    string? Disposition,
    TimeSpan? Wait)
{
    /// <summary>
    /// In lists behind a figure: when someone talked with the caller, in this visit or later (answered in any queue, or called back); null
    /// when nobody has so far, or the number is not known.
    /// </summary>
    public DateTimeOffset? ReachedAt { get; init; }

    public static VisitModel Of(Visit visit) => new(
        visit.Id,
        visit.Call is { } call ? new CallId(call) : null,
        visit.Queue,
        visit.Kind,
        visit.Caller,
        visit.Line,
        visit.EnteredAt,
        visit.IsReturn,
        visit.Outcome,
        visit.Agent,
        visit.AnsweredAt,
        visit.LeftAt,
        visit.TalkEndedAt,
        visit.WrapUpEndedAt,
        visit.Hold,
        visit.Transferred,
        visit.Disposition,
        visit.Wait);
}
