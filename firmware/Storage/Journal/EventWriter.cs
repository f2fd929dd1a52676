using System.Text.Json;
using Microsoft.Data.Sqlite;
using Switchhook.Calls.Journal;

namespace Switchhook.Storage.Journal;

/// <summary>Writes events with a prepared statement; for one transaction. An event that is there already is left as it is.</summary>
internal sealed class EventWriter : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _seq = new("$seq", SqliteType.Integer);
    private readonly SqliteParameter _at = new("$at", SqliteType.Integer);
    private readonly SqliteParameter _call = new("$call", SqliteType.Text);
    private readonly SqliteParameter _entry = new("$entry", SqliteType.Text);

    public EventWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = "insert into journal (seq, at, call, entry) values ($seq, $at, $call, $entry) on conflict (seq) do nothing";
        _command.Parameters.AddRange([_seq, _at, _call, _entry]);
    }

    public void Write(JournalEvent journalEvent)
    {
        _seq.Value = journalEvent.Seq;
        _at.Value = Milliseconds.Of(journalEvent.At);
        _call.Value = journalEvent.Entry is CallEntry entry ? entry.Call.Value : DBNull.Value;
        _entry.Value = JsonSerializer.Serialize(journalEvent.Entry, JournalJson.Default.JournalEntry);
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
