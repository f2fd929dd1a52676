using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues.Board;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage.Queues;

/// <summary>Keeps the rows of visits as the events of their calls make them; for one transaction.</summary>
internal sealed class VisitWriter : IDisposable
{
    private static readonly string[] Columns =
    [
        "id", "call", "queue", "kind", "caller", "line", "entered_at", "is_return", "agent", "agent_leg", "held_since", "answered_at",
        "hold_ms", "talk_ended_at", "wrap_up_ended_at", "left_at", "outcome", "transferred", "conferenced", "disposition", "promised_by",
        "called_back_at", "message", "last_seq",
    ];

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly UpsertCommand _command;

    public VisitWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        _command = new UpsertCommand(connection, transaction, "visits", Columns);
    }

    /// <summary>Takes an event of a call.</summary>
    public void Apply(CallEntry entry, JournalEvent journalEvent)
    {
        if (VisitProjection.VisitOf(entry) is { } id)
        {
            Change(Read("id = @Key", id).FirstOrDefault(), journalEvent);
        }
        else if (VisitProjection.IsAboutAll(entry))
        {
            foreach (var row in Read("call = @Key", entry.Call.Value))
            {
                Change(row, journalEvent);
            }
        }
    }

    public void Dispose() => _command.Dispose();

    private List<VisitRow> Read(string which, string key) => _connection
        .Query<VisitRow>($"select {VisitRow.Columns} from visits where {which}", new { Key = key }, _transaction)
        .AsList();

    // An event that has made the row what it is changes nothing when it is written again.
    private void Change(VisitRow? row, JournalEvent journalEvent)
    {
        if (row?.LastSeq >= journalEvent.Seq)
        {
            return;
        }

        var before = row?.ToVisit();
        if (VisitProjection.Apply(before, journalEvent) is { } visit && visit != before)
        {
            Write(visit, journalEvent.Seq);
        }
    }

    private void Write(Visit visit, long seq)
    {
        _command.Set("id", visit.Id);
        _command.Set("call", visit.Call);
        _command.Set("queue", visit.Queue);
        _command.Set("kind", visit.Kind.ToString());
        _command.Set("caller", visit.Caller);
        _command.Set("line", visit.Line);
        _command.Set("entered_at", Milliseconds.Of(visit.EnteredAt));
        _command.Set("is_return", visit.IsReturn);
        _command.Set("agent", visit.Agent);
        _command.Set("agent_leg", visit.AgentLeg);
        _command.Set("held_since", Milliseconds.Of(visit.HeldSince));
        _command.Set("answered_at", Milliseconds.Of(visit.AnsweredAt));
        _command.Set("hold_ms", (long)visit.Hold.TotalMilliseconds);
        _command.Set("talk_ended_at", Milliseconds.Of(visit.TalkEndedAt));
        _command.Set("wrap_up_ended_at", Milliseconds.Of(visit.WrapUpEndedAt));
        _command.Set("left_at", Milliseconds.Of(visit.LeftAt));
        _command.Set("outcome", visit.Outcome.ToString());
        _command.Set("transferred", visit.Transferred);
        _command.Set("conferenced", visit.Conferenced);
        _command.Set("disposition", visit.Disposition);
        _command.Set("promised_by", Milliseconds.Of(visit.PromisedBy));
        _command.Set("called_back_at", Milliseconds.Of(visit.CalledBackAt));
        _command.Set("message", visit.Message);
        _command.Set("last_seq", seq);
        _command.Run();
    }
}
