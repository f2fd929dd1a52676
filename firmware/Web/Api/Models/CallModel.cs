using System.Text.Json.Serialization;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;

namespace Switchhook.Web.Api.Models;

/// <summary>One call.</summary>
/// <param name="Id">The call.</param>
/// <param name="Direction">Into, out of, or within the house.</param>
/// <param name="From">The line or phone that it came from.</param>
/// <param name="CallerNumber">The caller's number; null when unknown.</param>
/// <param name="CallerName">The caller's name; null when unknown.</param>
/// <param name="Dialled">The number dialled, of a call from a phone.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="AnsweredAt">When somebody answered; null when nobody did.</param>
/// <param name="AnsweredBy">Who answered first.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="Cause">Why it ended; null while it goes on.</param>
/// <param name="Recording">Its recording; null when there is none.</param>
/// <param name="Legs">Its parties, in order of their beginning.</param>
internal sealed record CallModel(
    CallId Id,
    CallDirection Direction,
    PartyModel From,
    string? CallerNumber,
    string? CallerName,
    string? Dialled,
    DateTimeOffset StartedAt,
    DateTimeOffset? AnsweredAt,
    PartyModel? AnsweredBy,
    DateTimeOffset? EndedAt,
    CauseModel? Cause,
    RecordingModel? Recording,
    IReadOnlyList<LegModel> Legs)
{
    /// <summary>Its visits to queues, in order; told of one call only. The journal tells why they went as they did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VisitModel>? Visits { get; init; }

    /// <summary>The surveys that its caller was asked, in order; told of one call only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AskedSurveyModel>? Surveys { get; init; }

    public static CallModel Of(CallRecord call) => new(
        call.Id,
        call.Direction,
        PartyModel.Of(call.From),
        call.CallerNumber,
        call.CallerName,
        call.Dialled,
        call.StartedAt,
        call.AnsweredAt,
        call.AnsweredBy is { } by ? PartyModel.Of(by) : null,
        call.EndedAt,
        call.Cause is { } cause ? new CauseModel(cause.Code, cause.Words) : null,
        RecordingModel.Of(call),
        [.. call.Legs.Select(LegModel.Of)]);
}

/// <summary>A phone of the house or a line to the exchange.</summary>
public sealed record PartyModel(PartyKind Kind, string Name)
{
    public static PartyModel Of(Party party) => new(party.Kind, party.Name);
}

/// <summary>Why a call ended: a code for figures, words for people.</summary>
internal sealed record CauseModel(CauseCode Code, string Words);

/// <summary>One party's part of a call.</summary>
/// <param name="Id">The leg.</param>
/// <param name="Party">Who.</param>
/// <param name="Origin">Which side began: the party or the box.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="AnsweredAt">Null when the party did not answer.</param>
/// <param name="Held">True while the party has put the call on hold.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="Quality">How its sound was, where it travels in packets; null for analog parties and before it is measured.</param>
internal sealed record LegModel(
    string Id,
    PartyModel Party,
    LegOrigin Origin,
    DateTimeOffset StartedAt,
    DateTimeOffset? AnsweredAt,
    bool Held,
    DateTimeOffset? EndedAt,
    LegQuality? Quality)
{
    public static LegModel Of(LegRecord leg) =>
        new(leg.Id, PartyModel.Of(leg.Party), leg.Origin, leg.StartedAt, leg.AnsweredAt, leg.Held, leg.EndedAt, leg.Quality);
}
