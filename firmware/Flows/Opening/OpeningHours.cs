using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site.Opening;

namespace Switchhook.Flows.Opening;

/// <summary>
/// Tells of any moment whether it is within the hours of a week, by the clocks of a site, also on the days on which they change. Immutable.
/// </summary>
public sealed class OpeningHours
{
    /// <summary>
    /// Days that are looked ahead: one week, and another for an opening that falls into the hour that the clocks leave out.
    /// </summary>
    private const int DaysAhead = 15;

    private readonly IReadOnlyList<HoursRange>? _ranges;
    private readonly SiteCalendar _calendar;

    /// <param name="hours">The hours; null for always open.</param>
    /// <param name="calendar">The clocks of the site.</param>
    public OpeningHours(HoursConfig? hours, SiteCalendar calendar)
    {
        _ranges = hours?.Ranges;
        _calendar = calendar;
    }

    /// <summary>The longest time from now to the end of what is promised for an opening: two searches.</summary>
    public static TimeSpan LongestPromise { get; } = TimeSpan.FromDays(2 * (DaysAhead + 2));

    /// <summary>True when a moment is within the hours; the moment of closing is not.</summary>
    public bool IsOpenAt(DateTimeOffset moment) => _ranges is null || Spans(moment).Any(span => span.Contains(moment));

    /// <summary>When it closes; null for a moment at which it is closed, and when it never closes.</summary>
    public DateTimeOffset? ClosesAt(DateTimeOffset moment)
    {
        DateTimeOffset? end = _ranges is null
            ? null
            : Spans(moment).Where(span => span.Contains(moment)).Max(span => (DateTimeOffset?)span.To);
        return end < EndOfSearch(moment) ? end : null;
    }

    /// <summary>The first moment from this one on at which it is open; null when there is none in two weeks.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset moment)
    {
        if (_ranges is null)
        {
            return moment;
        }

        var next = Spans(moment).Where(span => span.To > moment).Min(span => (DateTimeOffset?)span.From);
        return next < moment ? moment : next;
    }

    /// <summary>When it opens or closes the next time; null when it does neither in two weeks.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset moment) => IsOpenAt(moment) ? ClosesAt(moment) : OpensAt(moment);

    /// <summary>To when somebody is put off whose turn does not come before closing.</summary>
    /// <param name="now">This moment.</param>
    /// <param name="wait">How long the turn takes yet; null when nobody knows.</param>
    /// <returns>When it opens again; null when the turn comes in time.</returns>
    public DateTimeOffset? PutsOffTo(DateTimeOffset now, TimeSpan? wait)
    {
        if (!IsOpenAt(now))
        {
            return OpensAt(now);
        }

        return ClosesAt(now) is { } closes && now + wait >= closes ? OpensAt(closes) : null;
    }

    /// <summary>The first day, from today to the same day of next week, on which it is open at a time that is yet to come.</summary>
    /// <param name="now">This moment.</param>
    /// <param name="time">What the clock is to show.</param>
    /// <returns>Null when it is closed at that time on all of these days.</returns>
    public DateTimeOffset? NextAt(DateTimeOffset now, TimeOnly time)
    {
        var today = _calendar.DayOf(now);
        for (var day = 0; day <= 7; day++)
        {
            var moment = _calendar.MomentOf(today.AddDays(day), time);
            if (moment > now && IsOpenAt(moment))
            {
                return moment;
            }
        }

        return null;
    }

    /// <summary>When it will have been open for a time.</summary>
    /// <param name="from">From when on that is counted.</param>
    /// <param name="open">How long; zero or more.</param>
    /// <returns>Where the search ends, when it is not open for so long in two weeks.</returns>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan open)
    {
        if (_ranges is null)
        {
            return from + open;
        }

        foreach (var span in Spans(from).Where(span => span.To > from))
        {
            var begin = span.From > from ? span.From : from;
            if (span.To - begin >= open)
            {
                return begin + open;
            }

            open -= span.To - begin;
        }

        return EndOfSearch(from);
    }

    // What lies end to end is one: who is open up to midnight and from then on does not close between.
    private IEnumerable<Interval> Spans(DateTimeOffset moment)
    {
        var first = _calendar.DayOf(moment).AddDays(-1);
        Interval? last = null;
        foreach (var range in Enumerable.Range(0, DaysAhead + 1).SelectMany(day => RangesOf(first.AddDays(day))))
        {
            if (last is { } before && range.From <= before.To)
            {
                last = before with { To = range.To > before.To ? range.To : before.To };
                continue;
            }

            if (last is { } whole)
            {
                yield return whole;
            }

            last = range;
        }

        if (last is { } rest)
        {
            yield return rest;
        }
    }

    // A range that lies in the hour that the clocks leave out is none.
    private IEnumerable<Interval> RangesOf(DateOnly day) => _ranges!
        .Where(range => range.Day == day.DayOfWeek)
        .Select(range => new Interval(MomentOf(day, range.From), MomentOf(day, range.To)))
        .Where(span => span.From < span.To);

    private DateTimeOffset MomentOf(DateOnly day, TimeSpan time) => time < TimeSpan.FromDays(1)
        ? _calendar.MomentOf(day, TimeOnly.FromTimeSpan(time))
        : _calendar.StartOf(day.AddDays(1));

    private DateTimeOffset EndOfSearch(DateTimeOffset moment) => _calendar.StartOf(_calendar.DayOf(moment).AddDays(DaysAhead));
}
