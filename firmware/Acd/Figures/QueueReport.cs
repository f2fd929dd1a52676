using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Figures;

/// <summary>
/// The figures of the visits that began in a period, as a whole and in groups. A visit belongs to the interval in which it entered the
/// queue. The order in which visits are given does not matter.
/// </summary>
public sealed class QueueReport
{
    private readonly List<Visit> _visits;
    private readonly Interval _period;
    private readonly FigureRules _rules;
    private readonly DateTimeOffset _asOf;
    private readonly CallerHistory _history;

    /// <summary>Counts visits.</summary>
    /// <param name="visits">
    /// Those of the period; for repeat callers, reachability and first-contact resolution also those before it and after.
    /// </param>
    /// <param name="period">Which of them are counted: those that entered in it.</param>
    /// <param name="rules">The parameters.</param>
    /// <param name="asOf">The moment until which is known what happened: now, or the end of the facts.</param>
    /// <param name="queue">Counts only the visits of one queue; those of the others still tell what callers did.</param>
    public QueueReport(IEnumerable<Visit> visits, Interval period, FigureRules rules, DateTimeOffset asOf, string? queue = null)
    {
        var all = visits.OrderBy(visit => visit.EnteredAt).ThenBy(visit => visit.Id, StringComparer.Ordinal).ToList();
        _history = new CallerHistory(all);
        _visits = [.. all.Where(visit => period.Contains(visit.EnteredAt) && (queue is null || visit.Queue == queue))];
        (_period, _rules, _asOf) = (period, rules, asOf);
        Whole = Of(_visits);
    }

    /// <summary>The figures of all visits of the period.</summary>
    public QueueFigures Whole { get; }

    /// <summary>
    /// When someone talked with the caller of a visit, in it or later: in a call to any queue, or in a call back. Null when nobody has so
    /// far, or the number is not known.
    /// </summary>
    public DateTimeOffset? ReachedAt(Visit visit) => visit.Caller is { } caller ? _history.ReachedAt(caller, visit.EnteredAt) : null;

    /// <summary>By queue, in order of names.</summary>
    public IReadOnlyDictionary<string, QueueFigures> ByQueue() => By(visit => visit.Queue);

    /// <summary>By the agent who answered, in order of names.</summary>
    public IReadOnlyDictionary<string, QueueFigures> ByAgent() => By(visit => visit.Agent);

    /// <summary>By the line the call came in by, in order of names.</summary>
    public IReadOnlyDictionary<string, QueueFigures> ByLine() => By(visit => visit.Line);

    /// <summary>By intervals, those without visits among them, over the whole period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period has too many intervals of this length.</exception>
    public IReadOnlyList<(Interval Interval, QueueFigures Figures)> ByInterval(SiteCalendar calendar, IntervalLength length)
    {
        var next = 0;
        return [.. calendar.Cover(_period, length).Select(interval => (interval, Of(UpTo(interval.To))))];

        List<Visit> UpTo(DateTimeOffset end)
        {
            var first = next;
            while (next < _visits.Count && _visits[next].EnteredAt < end)
            {
                next++;
            }

            return _visits[first..next];
        }
    }

    /// <summary>By the hours of the week that have visits, all weeks together.</summary>
    public IReadOnlyDictionary<HourOfWeek, QueueFigures> ByHourOfWeek(SiteCalendar calendar) =>
        _visits.GroupBy(visit => calendar.HourOf(visit.EnteredAt)).ToDictionary(hour => hour.Key, Of);

    private SortedDictionary<string, QueueFigures> By(Func<Visit, string?> keyOf) => new(
        _visits.Where(visit => keyOf(visit) is not null).GroupBy(visit => keyOf(visit)!).ToDictionary(group => group.Key, Of),
        StringComparer.Ordinal);

    private QueueFigures Of(IEnumerable<Visit> visits) => new(visits, _rules, _asOf, _history);
}
