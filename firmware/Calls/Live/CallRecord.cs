namespace Switchhook.Calls.Live;

/// <summary>
/// One call as a row: what the call list shows and the store keeps. A projection of the journal (<see cref="CallProjection"/>).
/// </summary>
/// <param name="Id">The call.</param>
/// <param name="Direction">Into, out of, or within the house.</param>
/// <param name="From">The line or phone that it came from.</param>
/// <param name="CallerNumber">The caller's number; null when unknown.</param>
/// <param name="CallerName">The caller's name; null when unknown.</param>
/// <param name="Dialled">The number dialled, of a call from a phone.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="AnsweredAt">When sound was joined with a person (or the dialled line answered); null when nobody did.</param>
/// <param name="AnsweredBy">The party that answered first.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="Cause">Why it ended; null while it goes on.</param>
/// <param name="Recording">Id of its recording, if any.</param>
/// <param name="RecordingFile">Path below the recordings folder.</param>
/// <param name="RecordingLength">Null until the recording is complete.</param>
/// <param name="Legs">Its legs, in order of their beginning.</param>
/// <param name="LastSeq">Number of the last event that made this row.</param>
/// <param name="LastEventAt">When that was.</param>
public sealed record CallRecord(
    CallId Id,
    CallDirection Direction,
    Party From,
    string? CallerNumber,
    string? CallerName,
    string? Dialled,
    DateTimeOffset StartedAt,
    DateTimeOffset? AnsweredAt,
    Party? AnsweredBy,
    DateTimeOffset? EndedAt,
    Cause? Cause,
    string? Recording,
    string? RecordingFile,
    TimeSpan? RecordingLength,
    IReadOnlyList<LegRecord> Legs,
    long LastSeq,
    DateTimeOffset LastEventAt)
{
    /// <summary>What people have noted of it; null when nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A leg of a <see cref="CallRecord"/>.</summary>
public sealed record LegRecord(
    string Id, Party Party, LegOrigin Origin, DateTimeOffset StartedAt, DateTimeOffset? AnsweredAt, bool Held, DateTimeOffset? EndedAt)
{
    /// <summary>How its sound was, where it travelled in packets and is measured.</summary>
    public LegQuality? Quality { get; init; }
}
