using System.Text.Json;
using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Storage.Journal;

/// <summary>A call as the columns of the table <c>calls</c>.</summary>
internal sealed class CallRow
{
    public const string Columns =
        """
        id as Id, direction as Direction, from_kind as FromKind, from_name as FromName, caller_number as CallerNumber,
        caller_name as CallerName, dialled as Dialled, started_at as StartedAt, answered_at as AnsweredAt, answered_kind as AnsweredKind,
        answered_name as AnsweredName, ended_at as EndedAt, cause as Cause, cause_words as CauseWords, recording as Recording, file as File,
        recorded_ms as RecordedMs, note as Note, legs as Legs, last_seq as LastSeq, last_event_at as LastEventAt
        """;

    public string Id { get; init; } = "";

    public string Direction { get; init; } = "";

    public string FromKind { get; init; } = "";

    public string FromName { get; init; } = "";

    public string? CallerNumber { get; init; }

    public string? CallerName { get; init; }

    public string? Dialled { get; init; }

    public long StartedAt { get; init; }

    public long? AnsweredAt { get; init; }

    public string? AnsweredKind { get; init; }

    public string? AnsweredName { get; init; }

    public long? EndedAt { get; init; }

    public string? Cause { get; init; }

    public string? CauseWords { get; init; }

    public string? Recording { get; init; }

    public string? File { get; init; }

    public long? RecordedMs { get; init; }

    public string? Note { get; init; }

    public string Legs { get; init; } = "[]";

    public long LastSeq { get; init; }

    public long LastEventAt { get; init; }

    public CallRecord ToRecord() => new(
        new CallId(Id),
        Enum.Parse<CallDirection>(Direction),
        new Party(Enum.Parse<PartyKind>(FromKind), FromName),
        CallerNumber,
        CallerName,
        Dialled,
        Milliseconds.At(StartedAt),
        Milliseconds.At(AnsweredAt),
        AnsweredKind is null ? null : new Party(Enum.Parse<PartyKind>(AnsweredKind), AnsweredName ?? ""),
        Milliseconds.At(EndedAt),
        Cause is null ? null : new Cause(Enum.Parse<CauseCode>(Cause), CauseWords ?? ""),
        Recording,
        File,
        RecordedMs is { } length ? TimeSpan.FromMilliseconds(length) : null,
        JsonSerializer.Deserialize(Legs, LegJson.Default.IReadOnlyListLegRecord) ?? [],
        LastSeq,
        Milliseconds.At(LastEventAt))
    {
        Note = Note,
    };
}
