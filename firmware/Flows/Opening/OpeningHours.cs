using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site.Opening;

namespace Switchhook.Flows.Opening;

/// <summary>
/// Tells of any moment whether it is within the hours of a timetable, by the clocks of a site, also on the days on which they change, and
/// why. Holidays close a day, exceptions give it hours of its own, and a night closes what follows it. Immutable.
/// </summary>
public sealed class OpeningHours
{
    /// <summary>
    /// Days that are looked ahead: one week, and another for an opening that falls into the hour that the clocks leave out.
    /// </summary>
    private const int DaysAhead = 15;

    /// <summary>The same where days can differ from their week: a summer can be closed as a whole.</summary>
    private const int DaysAheadWithDates = 100;

    private readonly HoursConfig? _hours;
    private readonly SiteCalendar _calendar;
    private readonly NightPeriod? _night;
    private readonly int _ahead;

    /// <param name="hours">The hours; null for always open.</param>
    /// <param name="calendar">The clocks of the site.</param>
    public OpeningHours(HoursConfig? hours, SiteCalendar calendar)
        : this(hours, calendar, null)
    {
    }

    private OpeningHours(HoursConfig? hours, SiteCalendar calendar, NightPeriod? night)
    {
        (_hours, _calendar, _night) = (hours, calendar, night);
        _ahead = hours is { HasDates: true } || night is not null ? DaysAheadWithDates : DaysAhead;
    }

    /// <summary>The longest time from now to the end of what is promised for an opening: two searches.</summary>
    public static TimeSpan LongestPromise { get; } = TimeSpan.FromDays(2 * (DaysAheadWithDates + 2));

    /// <summary>True when a moment is within the hours; the moment of closing is not.</summary>
    public bool IsOpenAt(DateTimeOffset moment) => _hours is null || SpanAt(moment) is not null;

    /// <summary>When it closes; null for a moment at which it is closed, and when it never closes.</summary>
    public DateTimeOffset? ClosesAt(DateTimeOffset moment)
    {
        var end = _hours is null ? null : SpanAt(moment)?.To;
        return end < EndOfSearch(moment) ? end : null;
    }

    /// <summary>The first moment from this one on at which it is open; null when there is none as far as is looked.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset moment)
    {
        if (_hours is null)
        {
            return moment;
        }

        foreach (var span in Spans(moment))
        {
            if (span.To > moment)
            {
                return span.From < moment ? moment : span.From;
            }
        }

        return null;
    }

    /// <summary>When it opens or closes the next time; null when it does neither as far as is looked.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset moment) => IsOpenAt(moment) ? ClosesAt(moment) : OpensAt(moment);

    /// <summary>The same; where days differ beyond what is looked ahead, when it has to be looked again.</summary>
    public DateTimeOffset? LooksAgainAt(DateTimeOffset moment) =>
        ChangesAt(moment) ?? (_hours is { HasDates: true } ? EndOfSearch(moment) : null);

    /// <summary>The first opening of a day that comes after a moment: not one after a break of that day. Null without one.</summary>
    public DateTimeOffset? FirstOpeningOfADay(DateTimeOffset after)
    {
        DateOnly? last = null;
        foreach (var span in _hours is null ? [] : Spans(after))
        {
            var day = _calendar.DayOf(span.From);
            if (day != last && span.From > after)
            {
                return span.From;
            }

            last = day;
        }

        return null;
    }

    /// <summary>These hours while a night lasts; the same where they do not follow it.</summary>
    public OpeningHours During(NightPeriod? night) =>
        night is null || _hours is not { IgnoresNight: false } ? this : new OpeningHours(_hours, _calendar, night);

    /// <summary>One day, without regard to night. A timetable that is always open is so by its week.</summary>
    public HoursDay DayOf(DateOnly day)
    {
        if (_hours is null)
        {
            return new HoursDay(day, [new DayTimes(TimeSpan.Zero, TimeSpan.FromDays(1))], HoursRule.Week, null);
        }

        if (_hours.ExceptionOn(day) is { } exception)
        {
            var name = exception.Days is DateSpan.Once ? Said(day) : exception.Days.InWords;
            return new HoursDay(day, exception.Times, HoursRule.Exception, name);
        }

        return _hours.Closed.Select(closed => closed.NameOf(day)).FirstOrDefault(name => name is not null) is { } holiday
            ? new HoursDay(day, [], HoursRule.Holiday, holiday)
            : new HoursDay(day, WeekOf(day), HoursRule.Week, null);
    }

    /// <summary>Days in a row.</summary>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<HoursDay> Days(DateOnly first, int count) => Enumerable.Range(0, count).Select(day => DayOf(first.AddDays(day)));

    /// <summary>Whether it is open at a moment, and why.</summary>
    public OpeningAnswer At(DateTimeOffset moment)
    {
        var (day, until) = (DayOf(_calendar.DayOf(moment)), ChangesAt(moment));
        if (_night is { } night && night.Holds(moment))
        {
            return new OpeningAnswer(OpeningState.Closed, night.Why, until);
        }

        var isOpen = IsOpenAt(moment);
        var change = (isOpen, until) switch
        {
            (true, null) => "at all hours",
            (true, { } closes) => $"until {InWords(closes, day.Day)}",
            (false, null) => "no opening in sight",
            (false, { } opens) => $"opens {(_calendar.DayOf(opens) == day.Day ? "at " : "")}{InWords(opens, day.Day)}",
        };
        var state = isOpen ? OpeningState.Open : day.Rule == HoursRule.Holiday ? OpeningState.Holiday : OpeningState.Closed;
        return new OpeningAnswer(state, day.Why is { } why ? $"{why}, {change}" : change, until);
    }

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
    /// <returns>Where the search ends, when it is not open for so long as far as is looked.</returns>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan open)
    {
        if (_hours is null)
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

    private Interval? SpanAt(DateTimeOffset moment)
    {
        foreach (var span in Spans(moment).TakeWhile(span => span.From <= moment))
        {
            if (span.Contains(moment))
            {
                return span;
            }
        }

        return null;
    }

    private IEnumerable<Interval> Spans(DateTimeOffset moment) =>
        _night is { } night ? SpansByDay(moment).SelectMany(span => Without(night, span)) : SpansByDay(moment);

    // What a night leaves of a span: the part before it and the part after it.
    private static IEnumerable<Interval> Without(NightPeriod night, Interval span)
    {
        if (span.From < night.Since)
        {
            yield return span.To > night.Since ? span with { To = night.Since } : span;
        }

        if (span.To > night.Until)
        {
            yield return span.From < night.Until.Value ? span with { From = night.Until.Value } : span;
        }
    }

    // What lies end to end is one: who is open up to midnight and from then on does not close between.
    private IEnumerable<Interval> SpansByDay(DateTimeOffset moment)
    {
        var first = _calendar.DayOf(moment).AddDays(-1);
        Interval? last = null;
        foreach (var range in Enumerable.Range(0, _ahead + 1).SelectMany(day => RangesOf(first.AddDays(day))))
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
    private IEnumerable<Interval> RangesOf(DateOnly day) => DayOf(day).Times
        .Select(range => new Interval(MomentOf(day, range.From), MomentOf(day, range.To)))
        .Where(span => span.From < span.To);

    private IReadOnlyList<DayTimes> WeekOf(DateOnly day) =>
        [.. _hours!.Ranges.Where(range => range.Day == day.DayOfWeek).Select(range => new DayTimes(range.From, range.To))];

    private string InWords(DateTimeOffset moment, DateOnly today)
    {
        var (day, time) = (_calendar.DayOf(moment), _calendar.TimeOf(moment).ToString("HH:mm", CultureInfo.InvariantCulture));
        return day == today ? time : $"on {day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)}, at {time}";
    }

    private static string Said(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    private DateTimeOffset MomentOf(DateOnly day, TimeSpan time) => time < TimeSpan.FromDays(1)
        ? _calendar.MomentOf(day, TimeOnly.FromTimeSpan(time))
        : _calendar.StartOf(day.AddDays(1));

    private DateTimeOffset EndOfSearch(DateTimeOffset moment) => _calendar.StartOf(_calendar.DayOf(moment).AddDays(_ahead));
}
