using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues.Board;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage.Queues;

/// <summary>Keeps the rows of what agents did and of what they were offered, as the journal makes them; for one transaction.</summary>
internal sealed class AgentWriter : IDisposable
{
    private static readonly string[] SpanColumns = ["seq", "agent", "state", "reason", "visit", "from_at", "to_at"];

    private static readonly string[] OfferColumns = ["seq", "call", "agent", "visit", "queue", "from_at", "to_at", "result"];

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly UpsertCommand _spans;
    private readonly UpsertCommand _offers;

    public AgentWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        _spans = new UpsertCommand(connection, transaction, "agent_spans", SpanColumns);
        _offers = new UpsertCommand(connection, transaction, "agent_offers", OfferColumns);
    }

    /// <summary>Takes what an agent does from now on.</summary>
    public void Apply(AgentChanged changed, JournalEvent journalEvent)
    {
        var open = _connection.QueryFirstOrDefault<SpanRow>(
            $"select {SpanRow.Columns} from agent_spans where agent = @Agent and to_at is null", new { changed.Agent }, _transaction);

        // What goes on now began with a later event: this one has been written before.
        if (open?.Seq >= journalEvent.Seq)
        {
            return;
        }

        var (ended, begun) = AgentSpanProjection.Apply(open?.ToSpan(), changed, journalEvent.At);
        if (ended is not null)
        {
            Write(ended, open!.Seq);
        }

        if (begun is not null)
        {
            Write(begun, journalEvent.Seq);
        }
    }

    /// <summary>Takes an event of a call.</summary>
    public void Apply(CallEntry entry, JournalEvent journalEvent)
    {
        if (OfferProjection.Begin(journalEvent) is { } offer && !HasOffer(journalEvent.Seq))
        {
            Write(offer, entry.Call.Value, journalEvent.Seq);
        }

        if (OfferProjection.VisitOf(entry) is { } visit)
        {
            End(OpenBefore("visit", visit, journalEvent.Seq), journalEvent);
        }
        else if (OfferProjection.IsAboutAll(entry))
        {
            End(OpenBefore("call", entry.Call.Value, journalEvent.Seq), journalEvent);
        }
    }

    public void Dispose()
    {
        _spans.Dispose();
        _offers.Dispose();
    }

    private bool HasOffer(long seq) =>
        _connection.ExecuteScalar<bool>("select exists (select 1 from agent_offers where seq = @seq)", new { seq }, _transaction);

    private List<OfferRow> OpenBefore(string column, string key, long seq) => _connection
        .Query<OfferRow>(
            $"select {OfferRow.Columns} from agent_offers where {column} = @key and to_at is null and seq < @seq",
            new { key, seq },
            _transaction)
        .AsList();

    private void End(List<OfferRow> open, JournalEvent journalEvent)
    {
        foreach (var row in open)
        {
            var before = row.ToOffer();
            if (OfferProjection.Apply(before, journalEvent) is var after && after != before)
            {
                Write(after, row.Call, row.Seq);
            }
        }
    }

    private void Write(AgentSpan span, long seq)
    {
        _spans.Set("seq", seq);
        _spans.Set("agent", span.Agent);
        _spans.Set("state", span.State.ToString());
        _spans.Set("reason", span.Reason);
        _spans.Set("visit", span.Visit);
        _spans.Set("from_at", Milliseconds.Of(span.From));
        _spans.Set("to_at", Milliseconds.Of(span.To));
        _spans.Run();
    }

    private void Write(AgentOffer offer, string call, long seq)
    {
        _offers.Set("seq", seq);
        _offers.Set("call", call);
        _offers.Set("agent", offer.Agent);
        _offers.Set("visit", offer.Visit);
        _offers.Set("queue", offer.Queue);
        _offers.Set("from_at", Milliseconds.Of(offer.From));
        _offers.Set("to_at", Milliseconds.Of(offer.To));
        _offers.Set("result", offer.Result.ToString());
        _offers.Run();
    }
}
