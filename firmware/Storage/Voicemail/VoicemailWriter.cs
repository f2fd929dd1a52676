using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Voicemail;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage.Voicemail;

/// <summary>Keeps the rows of messages as the events of their mailboxes make them; for one transaction.</summary>
internal sealed class VoicemailWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private static readonly string[] Columns =
    [
        "recording", "box", "call", "at", "caller", "caller_name", "length_ms", "is_cut_off", "is_greeting", "state", "previous",
        "changed_at", "last_seq",
    ];

    // Most transactions have no message in them.
    private UpsertCommand? _command;

    /// <summary>Takes an event; most are about no message.</summary>
    public void Apply(JournalEvent journalEvent)
    {
        if (VoicemailProjection.RecordingOf(journalEvent.Entry) is not { } recording)
        {
            return;
        }

        var row = connection.QuerySingleOrDefault<VoicemailRow>(
            $"select {VoicemailRow.Columns} from voicemail where recording = @recording", new { recording }, transaction);

        // An event that has made the row what it is changes nothing when it is written again.
        if (row?.LastSeq >= journalEvent.Seq)
        {
            return;
        }

        if (VoicemailProjection.Apply(row?.ToMessage(), journalEvent) is { } message)
        {
            Write(message, journalEvent.Seq);
        }
        else
        {
            connection.Execute("delete from voicemail where recording = @recording", new { recording }, transaction);
        }
    }

    public void Dispose() => _command?.Dispose();

    private void Write(VoicemailMessage message, long seq)
    {
        _command ??= new UpsertCommand(connection, transaction, "voicemail", Columns);
        _command.Set("recording", message.Recording);
        _command.Set("box", message.Box);
        _command.Set("call", message.Call.Value);
        _command.Set("at", Milliseconds.Of(message.At));
        _command.Set("caller", message.Caller);
        _command.Set("caller_name", message.CallerName);
        _command.Set("length_ms", (long?)message.Length?.TotalMilliseconds);
        _command.Set("is_cut_off", message.IsCutOff ? 1 : 0);
        _command.Set("is_greeting", message.IsGreeting ? 1 : 0);
        _command.Set("state", message.State.ToString());
        _command.Set("previous", message.Previous?.ToString());
        _command.Set("changed_at", Milliseconds.Of(message.ChangedAt));
        _command.Set("last_seq", seq);
        _command.Run();
    }
}
