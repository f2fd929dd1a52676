using Dapper;
using Switchhook.Calls.Journal;

namespace Switchhook.Storage.History;

/// <summary>The journal on disk. Any thread.</summary>
public sealed class JournalReader(Database database)
{
    /// <summary>Most events of one reading.</summary>
    public const int Most = 10_000;

    /// <summary>The last switch between night and day, with the time since when it is night; null when there was none.</summary>
    public NightChanged? LastNight()
    {
        using var connection = database.OpenReader();
        var row = connection.QueryFirstOrDefault<EventRow>(
            $"select {EventRow.Columns} from journal where kind = 'night.changed' order by seq desc limit 1");
        var read = row?.ToEvent();
        return read?.Entry is NightChanged { On: true, Since: null } night ? night with { Since = read.At } : read?.Entry as NightChanged;
    }

    /// <summary>The phones that are not to be disturbed, or whose calls go on, as it was told last.</summary>
    /// <param name="phones">The phones that there are; others are left out.</param>
    public IReadOnlyList<JournalEntry> LastDiversions(IEnumerable<string> phones)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where seq in (
                select max(seq) from journal where kind in ('phone.do-not-disturb', 'phone.forward')
                group by kind, json_extract(entry, '$.phone'), coalesce(json_extract(entry, '$.when'), 'Always')) order by seq
            """);
        var present = phones.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => row.ToEvent().Entry).Where(entry => entry switch
            {
                DoNotDisturbChanged { On: true } change => present.Contains(change.Phone),
                ForwardChanged { To: not null } change => present.Contains(change.Phone),
                _ => false,
            }),
        ];
    }

    /// <summary>The last word on each phone whose calls to the outside were ever stopped.</summary>
    public IReadOnlyList<OutsideStopped> OutsideStops()
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where seq in (
                select max(seq) from journal where kind = 'outside.stopped' group by json_extract(entry, '$.phone')) order by seq
            """);
        return [.. rows.Select(row => row.ToEvent().Entry).OfType<OutsideStopped>()];
    }

    /// <summary>The emergency calls and the tests of them, the youngest first.</summary>
    /// <param name="most">Most entries.</param>
    public IReadOnlyList<JournalEvent> Emergencies(int most)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where kind in ('emergency.called', 'emergency.ended', 'emergency.tested')
                order by seq desc limit @most
            """,
            new { most });
        return [.. rows.Select(row => row.ToEvent())];
    }

    /// <summary>The last count of messages for each phone.</summary>
    public IReadOnlyList<MessagesWaiting> LastMessages()
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where seq in (
                select max(seq) from journal where kind = 'phone.messages-waiting' group by json_extract(entry, '$.phone')) order by seq
            """);
        return [.. rows.Select(row => row.ToEvent().Entry).OfType<MessagesWaiting>()];
    }

    /// <summary>The calls that are owed to customers and not made, as they stood last.</summary>
    /// <param name="since">Those that were owed or tried again from then on.</param>
    public IReadOnlyList<CallbackOwed> OwedCallbacks(DateTimeOffset since) =>
        [.. StillOwed<CallbackOwed>("callback", since).OrderBy(one => one.Turn)];

    /// <summary>The messages that nobody has heard, as they stood last, and those that were being spoken.</summary>
    /// <param name="since">Those that were left or put back from then on.</param>
    public IReadOnlyList<MessageOwed> OwedMessages(DateTimeOffset since) =>
        [.. StillOwed<MessageOwed>("message", since).OrderBy(one => one.Turn)];

    /// <summary>What each agent did last, with the events' times.</summary>
    public IReadOnlyList<(AgentChanged Change, DateTimeOffset At)> LastAgents()
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where seq in (
                select max(seq) from journal where kind = 'agent.changed' group by json_extract(entry, '$.agent')) order by seq
            """);
        return
        [
            .. from read in rows.Select(row => row.ToEvent())
            let change = read.Entry as AgentChanged
            where change is not null
            select (change, read.At),
        ];
    }

    /// <summary>Events from a moment on, in order, up to the last. They are read in parts: any number takes little memory.</summary>
    public IEnumerable<JournalEvent> Since(DateTimeOffset moment)
    {
        var seq = LastBefore(moment);
        while (true)
        {
            var events = After(seq, Most);
            foreach (var journalEvent in events.Where(one => one.At >= moment))
            {
                yield return journalEvent;
            }

            if (events.Count < Most)
            {
                yield break;
            }

            seq = events[^1].Seq;
        }
    }

    /// <summary>Agents who were moved between queues, as they were the last time.</summary>
    public IReadOnlyList<AgentAssigned> LastAssignments()
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal where seq in (
                select max(seq) from journal where kind = 'agent.assigned' group by json_extract(entry, '$.agent')) order by seq
            """);
        return [.. rows.Select(row => row.ToEvent().Entry).OfType<AgentAssigned>().Where(assigned => assigned.Queues is not null)];
    }

    /// <summary>Events with a number above <paramref name="after"/>, in order. Numbers of events that were lost are missing.</summary>
    /// <param name="after">0 reads from the beginning.</param>
    /// <param name="limit">Most events to return, 1 to <see cref="Most"/>; fewer are returned only when there are no more.</param>
    public IReadOnlyList<JournalEvent> After(long after, int limit)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"select {EventRow.Columns} from journal where seq > @after order by seq limit @limit",
            new { after, limit = Math.Clamp(limit, 1, Most) });
        return [.. rows.Select(row => row.ToEvent())];
    }

    // Of each visit the last entry, when it is one that owes something. The kinds stand in the text: only so are their indexes used.
    private IEnumerable<T> StillOwed<T>(string what, DateTimeOffset since)
        where T : JournalEntry
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(
            $"""
            select {EventRow.Columns} from journal
            where kind = '{what}.owed' and seq in (
                select max(seq) from journal where kind in ('{what}.owed', '{what}.ended') and at >= @since
                group by json_extract(entry, '$.visit'))
            order by seq limit @Most
            """,
            new { since = Milliseconds.Of(since), Most });
        return [.. rows.Select(row => row.ToEvent().Entry).OfType<T>()];
    }

    // By halving: the table has no index of times, and years of events are not looked through. A clock that was set back blurs the
    // place by as much.
    private long LastBefore(DateTimeOffset moment)
    {
        using var connection = database.OpenReader();
        var (before, last) = (0L, connection.ExecuteScalar<long?>("select max(seq) from journal") ?? 0);
        while (before < last)
        {
            var middle = before + ((last - before + 1) / 2);
            var at = connection.ExecuteScalar<long?>(
                "select at from journal where seq <= @middle order by seq desc limit 1", new { middle });
            (before, last) = at is null || at < Milliseconds.Of(moment) ? (middle, last) : (before, middle - 1);
        }

        return before;
    }
}
