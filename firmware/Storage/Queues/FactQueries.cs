namespace Switchhook.Storage.Queues;

/// <summary>What is read of the facts of queues. Each goes along an index: the box's card is slow, and history grows for years.</summary>
/// <remarks>Where SQLite, which has no statistics, would choose the longer of two ways, the index is named.</remarks>
internal static class FactQueries
{
    /// <summary>Visits that entered in a period, and those that are open.</summary>
    public const string Visits =
        $"""
        select {VisitRow.Columns} from visits where entered_at >= @From and entered_at < @To
        union all
        select {VisitRow.Columns} from visits indexed by visits_open
        where left_at is null and talk_ended_at is null and (entered_at < @From or entered_at >= @To)
        limit @Limit
        """;

    /// <summary>The same of one queue.</summary>
    public const string VisitsOfQueue =
        $"""
        select {VisitRow.Columns} from visits where queue = @Queue and entered_at >= @From and entered_at < @To
        union all
        select {VisitRow.Columns} from visits indexed by visits_open
        where left_at is null and talk_ended_at is null and queue = @Queue and (entered_at < @From or entered_at >= @To)
        limit @Limit
        """;

    /// <summary>Visits of a call, in order.</summary>
    public const string VisitsOfCall = $"select {VisitRow.Columns} from visits where call = @Value order by entered_at, id limit @Limit";

    /// <summary>The first visit that a message belongs to: the one in which it was left.</summary>
    public const string VisitOfMessage =
        $"select {VisitRow.Columns} from visits where message = @recording order by entered_at, id limit 1";

    /// <summary>Who talked last with each caller, by the number.</summary>
    public const string LastAgents =
        """
        select caller as Caller, agent as Agent, max(answered_at) as AnsweredAt from visits indexed by visits_by_entry
        where entered_at >= @From and caller is not null and answered_at is not null
        group by caller limit @Limit
        """;

    /// <summary>What agents did in a period.</summary>
    public const string Spans =
        $"""
        select {SpanRow.Columns} from agent_spans where to_at > @From and from_at < @To
        union all
        select {SpanRow.Columns} from agent_spans where to_at is null and from_at < @To
        limit @Limit
        """;

    /// <summary>What one agent did in a period.</summary>
    public const string SpansOfAgent =
        $"""
        select {SpanRow.Columns} from agent_spans
        where agent = @Agent and from_at < @To and (to_at is null or to_at > @From)
        limit @Limit
        """;

    /// <summary>What was offered in a period; nothing rings for longer than a day.</summary>
    public const string Offers =
        $"""
        select {OfferRow.Columns} from agent_offers
        where from_at >= @DayBefore and from_at < @To and (to_at is null or to_at >= @From)
        limit @Limit
        """;

    /// <summary>What was offered to one agent in a period.</summary>
    public const string OffersOfAgent =
        $"""
        select {OfferRow.Columns} from agent_offers
        where agent = @Agent and from_at >= @DayBefore and from_at < @To and (to_at is null or to_at >= @From)
        limit @Limit
        """;

    /// <summary>The legs of calls that touch a period; one that is over lasted no longer than a day.</summary>
    public const string LegsOfCalls =
        """
        select legs as Legs, ended_at as EndedAt from calls where started_at >= @DayBefore and started_at < @To
        union all
        select legs as Legs, ended_at as EndedAt from calls indexed by calls_in_progress where ended_at is null and started_at < @DayBefore
        limit @Limit
        """;
}
