using System.Text.Json.Serialization;
using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Web.Api.Models;

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
/// <param name="Conferenced">A third party joined the talk.</param>
/// <param name="Disposition">What it was about, as the agent has noted.</param>
/// <param name="Wait">How long the caller waited, in seconds; null while it lasts.</param>
/// <param name="Message">Address of the sound of the message that was left or waits; null for none.</param>
/// <param name="PromisedBy">Until when the caller was promised a call; null for none.</param>
/// <param name="CalledBackAt">When the caller was reached by a call back.</param>
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
    bool Conferenced,
    string? Disposition,
    TimeSpan? Wait,
    string? Message,
    DateTimeOffset? PromisedBy,
    DateTimeOffset? CalledBackAt)
{
    /// <summary>Of a caller who was not answered: what became of him since; told in the lists behind figures only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FollowUpModel? FollowUp { get; init; }

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
        visit.Conferenced,
        visit.Disposition,
        visit.Wait,
        visit.Message is { } recording ? RecordingModel.AudioOf(recording) : null,
        visit.PromisedBy,
        visit.CalledBackAt);
}
