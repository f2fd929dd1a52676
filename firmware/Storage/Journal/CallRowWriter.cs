using System.Text.Json;
using Microsoft.Data.Sqlite;
using Switchhook.Calls.Live;

namespace Switchhook.Storage.Journal;

/// <summary>Writes rows of calls with a prepared statement; for one transaction.</summary>
internal sealed class CallRowWriter : IDisposable
{
    private static readonly string[] Columns =
    [
        "id", "direction", "from_kind", "from_name", "caller_number", "caller_name", "dialled", "started_at", "answered_at",
        "answered_kind", "answered_name", "ended_at", "cause", "cause_words", "recording", "file", "recorded_ms", "note", "legs",
        "last_seq", "last_event_at",
    ];

    private readonly UpsertCommand _command;

    public CallRowWriter(SqliteConnection connection, SqliteTransaction transaction) =>
        _command = new UpsertCommand(connection, transaction, "calls", Columns);

    public void Write(CallRecord call)
    {
        Set("id", call.Id.Value);
        Set("direction", call.Direction.ToString());
        Set("from_kind", call.From.Kind.ToString());
        Set("from_name", call.From.Name);
        Set("caller_number", call.CallerNumber);
        Set("caller_name", call.CallerName);
        Set("dialled", call.Dialled);
        Set("started_at", Milliseconds.Of(call.StartedAt));
        Set("answered_at", Milliseconds.Of(call.AnsweredAt));
        Set("answered_kind", call.AnsweredBy?.Kind.ToString());
        Set("answered_name", call.AnsweredBy?.Name);
        Set("ended_at", Milliseconds.Of(call.EndedAt));
        Set("cause", call.Cause?.Code.ToString());
        Set("cause_words", call.Cause?.Words);
        Set("recording", call.Recording);
        Set("file", call.RecordingFile);
        Set("recorded_ms", (long?)call.RecordingLength?.TotalMilliseconds);
        Set("note", call.Note);
        Set("legs", JsonSerializer.Serialize(call.Legs, LegJson.Default.IReadOnlyListLegRecord));
        Set("last_seq", call.LastSeq);
        Set("last_event_at", Milliseconds.Of(call.LastEventAt));
        _command.Run();
    }

    public void Dispose() => _command.Dispose();

    private void Set(string column, object? value) => _command.Set(column, value);
}
