using Dapper;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues.Board;
using Switchhook.Storage;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage.Queues;

/// <summary>The facts of queues as the journal says they must be, made in memory by the code of the live board.</summary>
internal sealed class SameFacts
{
    private static readonly string[] Tables = ["visits", "agent_spans", "agent_offers"];

    private readonly Dictionary<string, Visit> _visits = new(StringComparer.Ordinal);
    private readonly List<AgentSpan> _spans = [];
    private readonly List<AgentOffer> _offers = [];

    public SameFacts(IEnumerable<JournalEvent> events)
    {
        foreach (var journalEvent in events)
        {
            if (journalEvent.Entry is AgentChanged changed)
            {
                Span(changed, journalEvent.At);
            }
            else if (journalEvent.Entry is CallEntry entry)
            {
                Visit(entry, journalEvent);
                Offer(entry, journalEvent);
            }
        }
    }

    public IReadOnlyList<Visit> Visits => [.. _visits.Values];

    /// <summary>The facts on disk are those of these events, no more and no less.</summary>
    public static void AsJournal(Database database, IReadOnlyList<JournalEvent> events)
    {
        var expected = new SameFacts(events);
        var all = new Interval(events[0].At.AddDays(-1), events[^1].At.AddDays(1));
        var stored = new FactReader(database).Agents(all);
        Same(expected._visits.Values, stored.Visits);
        Same(expected._spans, stored.Spans);
        Same(expected._offers, stored.Offers);
    }

    /// <summary>All rows of the tables, for comparing two databases.</summary>
    public static IReadOnlyList<string> Rows(Database database)
    {
        using var connection = database.OpenReader();
        return
        [
            .. from table in Tables
            from IDictionary<string, object> row in connection.Query($"select * from {table}").ToList()
            select $"{table}: {string.Join(", ", row.Select(cell => $"{cell.Key} {cell.Value}"))}",
        ];
    }

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> stored) => Assert.Equal(Words(expected), Words(stored));

    private static IEnumerable<string> Words<T>(IEnumerable<T> facts) => facts.Select(fact => $"{fact}").Order(StringComparer.Ordinal);

    private void Span(AgentChanged changed, DateTimeOffset at)
    {
        var open = _spans.FindIndex(span => span.Agent == changed.Agent && span.To is null);
        var (ended, begun) = AgentSpanProjection.Apply(open < 0 ? null : _spans[open], changed, at);
        if (ended is not null)
        {
            _spans[open] = ended;
        }

        if (begun is not null)
        {
            _spans.Add(begun);
        }
    }

    private void Visit(CallEntry entry, JournalEvent journalEvent)
    {
        var ofCall = _visits.Values.Where(visit => visit.Call == entry.Call.Value).Select(visit => visit.Id);
        string[] ids = VisitProjection.VisitOf(entry) is { } one ? [one] : VisitProjection.IsAboutAll(entry) ? [.. ofCall] : [];
        foreach (var id in ids)
        {
            if (VisitProjection.Apply(_visits.GetValueOrDefault(id), journalEvent) is { } visit)
            {
                _visits[id] = visit;
            }
        }
    }

    private void Offer(CallEntry entry, JournalEvent journalEvent)
    {
        if (OfferProjection.Begin(journalEvent) is { } begun)
        {
            _offers.Add(begun);
        }

        var visit = OfferProjection.VisitOf(entry);
        for (var i = 0; i < _offers.Count; i++)
        {
            // Ids of visits begin with the id of their call.
            var isAbout = visit is null
                ? OfferProjection.IsAboutAll(entry) && _offers[i].Visit.StartsWith($"{entry.Call.Value}-", StringComparison.Ordinal)
                : visit == _offers[i].Visit;
            if (isAbout && _offers[i].To is null)
            {
                _offers[i] = OfferProjection.Apply(_offers[i], journalEvent);
            }
        }
    }
}
