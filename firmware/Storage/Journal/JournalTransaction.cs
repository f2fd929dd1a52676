using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.Queues;
using Switchhook.Storage.Voicemail;

namespace Switchhook.Storage.Journal;

/// <summary>
/// Writes events and the rows of their calls, visits and agents in one transaction, so that rows and journal cannot disagree. Keeps the
/// rows of calls in progress in memory; others are read when an event comes late (a recording that ends after its call).
/// </summary>
/// <remarks>Not thread-safe. Writing the same events again changes nothing, so a commit of unknown outcome may be repeated.</remarks>
internal sealed class JournalTransaction(Database database)
{
    private readonly Dictionary<CallId, CallRecord> _inProgress = [];

    /// <summary>Durable when it returns.</summary>
    /// <exception cref="SqliteException">Nothing was written.</exception>
    public void Write(IReadOnlyList<JournalEvent> events)
    {
        var changed = database.Write((connection, transaction) =>
        {
            using var writer = new EventWriter(connection, transaction);
            using var visits = new VisitWriter(connection, transaction);
            using var agents = new AgentWriter(connection, transaction);
            using var voicemail = new VoicemailWriter(connection, transaction);
            var rows = new Dictionary<CallId, CallRecord>();
            foreach (var journalEvent in events)
            {
                writer.Write(journalEvent);
                voicemail.Apply(journalEvent);
                if (journalEvent.Entry is CallEntry entry)
                {
                    Project(connection, rows, entry.Call, journalEvent);
                    visits.Apply(entry, journalEvent);
                    agents.Apply(entry, journalEvent);
                }
                else if (journalEvent.Entry is AgentChanged changed)
                {
                    agents.Apply(changed, journalEvent);
                }
            }

            WriteRows(connection, transaction, rows.Values);
            return rows;
        });

        // Only now: had the commit failed, memory would be ahead of the disk.
        foreach (var (id, row) in changed)
        {
            if (row.EndedAt is null)
            {
                _inProgress[id] = row;
            }
            else
            {
                _inProgress.Remove(id);
            }
        }
    }

    /// <summary>The row of a call as it is on disk.</summary>
    public static CallRecord? Load(SqliteConnection connection, CallId id) =>
        connection.QuerySingleOrDefault<CallRow>($"select {CallRow.Columns} from calls where id = @Value", new { id.Value })?.ToRecord();

    private void Project(SqliteConnection connection, Dictionary<CallId, CallRecord> rows, CallId id, JournalEvent journalEvent)
    {
        var before = rows.GetValueOrDefault(id) ?? _inProgress.GetValueOrDefault(id);
        if (before is null && journalEvent.Entry is not CallStarted)
        {
            before = Load(connection, id);
        }

        if (before?.LastSeq < journalEvent.Seq || before is null)
        {
            if (CallProjection.Apply(before, journalEvent) is { } after)
            {
                rows[id] = after;
            }
        }
    }

    private static void WriteRows(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<CallRecord> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var writer = new CallRowWriter(connection, transaction);
        foreach (var row in rows)
        {
            writer.Write(row);
        }
    }
}
