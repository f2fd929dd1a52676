namespace Switchhook.Acd.Figures.Intervals;

/// <summary>
/// Cuts time into intervals by the clocks of a site. They lie end to end, so that each moment belongs to one, also on the days on which
/// clocks change: a change ends an interval early where it falls into one.
/// </summary>
/// <param name="zone">The site's time zone.</param>
public sealed class SiteCalendar(TimeZoneInfo zone)
{
    /// <summary>Most intervals that are made at once: two years of quarter hours.</summary>
    public const int MostIntervals = 70_176;

    // A day can be missing as a whole where a country changed to the other side of the date line.
    private static readonly TimeSpan LongestChange = TimeSpan.FromHours(26);

    /// <summary>Days from Monday to a weekday, 0 to 6.</summary>
    public static int DaysAfterMonday(DayOfWeek day) => ((int)day + 6) % 7;

    /// <summary>The interval that a moment belongs to.</summary>
    public Interval At(DateTimeOffset moment, IntervalLength length) => length switch
    {
        IntervalLength.QuarterHour => PartOfDay(moment, TimeSpan.FromMinutes(15)),
        IntervalLength.HalfHour => PartOfDay(moment, TimeSpan.FromMinutes(30)),
        IntervalLength.Hour => PartOfDay(moment, TimeSpan.FromHours(1)),
        IntervalLength.Day => Days(DayOf(moment), 1),
        IntervalLength.Week => Days(DayOf(moment).AddDays(-DaysAfterMonday(DayOf(moment).DayOfWeek)), 7),
    };

    /// <summary>All intervals that a stretch of time touches, in order; the first may begin before it, the last end after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They would be more than <see cref="MostIntervals"/>.</exception>
    public IReadOnlyList<Interval> Cover(Interval period, IntervalLength length)
    {
        var intervals = new List<Interval>();
        for (var from = period.From; from < period.To; from = intervals[^1].To)
        {
            if (intervals.Count == MostIntervals)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(period), period, $"It has more than {MostIntervals} intervals of this length: take longer ones.");
            }

            intervals.Add(At(from, length));
        }

        return intervals;
    }

    /// <summary>The hour of the week that the clocks show.</summary>
    public HourOfWeek HourOf(DateTimeOffset moment)
    {
        var local = Local(moment);
        return new HourOfWeek(local.DayOfWeek, local.Hour);
    }

    /// <summary>The date that the calendar shows.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>The time that the clocks show.</summary>
    public TimeOnly TimeOf(DateTimeOffset moment) => TimeOnly.FromDateTime(Local(moment));

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day) => MomentOf(day, TimeOnly.MinValue);

    /// <summary>The moment at which the clocks show a time of a day; where they leave it out, that at which they are set forward.</summary>
    public DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            var about = new DateTimeOffset(local, TimeSpan.Zero) - zone.BaseUtcOffset;
            return ChangeBetween(about - LongestChange, about + LongestChange);
        }

        // Where clocks are set back, they show it twice, and the first counts: with it a day begins.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, TimeSpan.Zero) - offset;
    }

    private Interval Days(DateOnly first, int count) => new(StartOf(first), StartOf(first.AddDays(count)));

    private Interval PartOfDay(DateTimeOffset moment, TimeSpan size)
    {
        var offset = zone.GetUtcOffset(moment);
        var from = moment.ToUniversalTime() - TimeSpan.FromTicks(Local(moment).Ticks % size.Ticks);
        var to = from + size;
        var last = to - TimeSpan.FromTicks(1);
        return new Interval(
            zone.GetUtcOffset(from) == offset ? from : ChangeBetween(from, moment),
            zone.GetUtcOffset(last) == offset ? to : ChangeBetween(moment, last));
    }

    private DateTime Local(DateTimeOffset moment) => moment.UtcDateTime + zone.GetUtcOffset(moment);

    // The first moment at which clocks show what they show at the end. They change once at most between the two.
    private DateTimeOffset ChangeBetween(DateTimeOffset before, DateTimeOffset after)
    {
        var (low, high, offset) = (before.UtcTicks, after.UtcTicks, zone.GetUtcOffset(after));
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == offset ? (low, middle) : (middle, high);
        }

        return new DateTimeOffset(high, TimeSpan.Zero);
    }
}
