using Dapper;
using Switchhook.Calls.Journal;

namespace Switchhook.Storage.History;

/// <summary>What the list of missed callers is made from. Any thread.</summary>
public sealed class MissedReader(Database database)
{
    /// <summary>Most events: beyond, the oldest are left out.</summary>
    public const int Most = 200_000;

    // Most of a busy month's entries belong to calls that were answered: of them the beginning, the talk and the end are enough. A promise
    // may be made or kept long after its call. The kinds stand in the text: only so are their indexes used.
    private const string Query =
        $"""
        with wanted as (
            select seq from calls cross join journal on journal.call = calls.id
                where started_at >= @since and (
                    kind in ('call.started', 'call.connected', 'call.ended')
                    or (direction = 'Inbound' and answered_at is null and caller_number is not null
                        and kind in ('call.step', 'queue.entered', 'voicemail.left')))
            union all select seq from journal where kind = 'missed.changed' and at >= @since
            union all select seq from journal where kind in ('callback.owed', 'callback.ended') and at >= @since
            union all select seq from journal where kind in ('message.owed', 'message.ended') and at >= @since)
        select {EventRow.Columns} from journal where seq in (select seq from wanted order by seq desc limit @Most) order by seq
        """;

    /// <summary>The events that matter to missed callers, in order.</summary>
    /// <param name="since">Of calls that began from then on.</param>
    public IEnumerable<JournalEvent> Since(DateTimeOffset since)
    {
        using var connection = database.OpenReader();
        foreach (var row in connection.Query<EventRow>(Query, new { since = Milliseconds.Of(since), Most }, buffered: false))
        {
            yield return row.ToEvent();
        }
    }
}
