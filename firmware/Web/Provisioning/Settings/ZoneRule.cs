namespace Switchhook.Web.Provisioning.Settings;

/// <summary>The time of a place, as phones can be told: how far from UTC, and summer time by a rule that is the same each year.</summary>
/// <param name="Offset">Standard time less UTC.</param>
/// <param name="Summer">Summer time; null for a place without, or without a rule.</param>
internal sealed record ZoneRule(TimeSpan Offset, SummerTime? Summer)
{
    // Long enough for each weekday to be on each day of a week, leap years and all.
    private const int Years = 8;

    /// <summary>Finds the rule of a zone. Without one, the offset is what holds now: phones ask again sooner or later.</summary>
    public static ZoneRule Of(TimeZoneInfo zone, DateTimeOffset now)
    {
        var changes = new List<Change>();
        for (var year = now.Year; year < now.Year + Years; year++)
        {
            changes.AddRange(ChangesOf(zone, year));
        }

        var forward = RuleOf([.. changes.Where(change => change.Gain > TimeSpan.Zero)]);
        var back = RuleOf([.. changes.Where(change => change.Gain < TimeSpan.Zero)]);
        if (forward is null || back is null || changes.Count != 2 * Years)
        {
            return new ZoneRule(zone.GetUtcOffset(now), null);
        }

        var first = changes.First(change => change.Gain > TimeSpan.Zero);
        return new ZoneRule(first.Before, new SummerTime(first.Gain, forward, back));
    }

    private static IEnumerable<Change> ChangesOf(TimeZoneInfo zone, int year)
    {
        var at = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var offset = zone.GetUtcOffset(at);
        while (at.Year == year)
        {
            var next = at.AddDays(1);
            var nextOffset = zone.GetUtcOffset(next);
            if (nextOffset != offset)
            {
                yield return new Change(Moment(zone, at, next).ToOffset(offset), offset, nextOffset - offset);
            }

            (at, offset) = (next, nextOffset);
        }
    }

    // The first minute of the new offset.
    private static DateTimeOffset Moment(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromMinutes(1))
        {
            var middle = before.AddMinutes(Math.Floor((after - before).TotalMinutes / 2));
            (before, after) = zone.GetUtcOffset(middle) == old ? (middle, after) : (before, middle);
        }

        return after;
    }

    private static YearlyMoment? RuleOf(IReadOnlyList<Change> changes)
    {
        if (changes.Count != Years || changes.Any(change => change.Gain != changes[0].Gain || change.Before != changes[0].Before))
        {
            return null;
        }

        var moments = changes.Select(change => change.At).ToList();
        var first = moments[0];
        if (moments.Any(at => at.Month != first.Month || at.DayOfWeek != first.DayOfWeek || at.TimeOfDay != first.TimeOfDay))
        {
            return null;
        }

        var week = moments.All(at => at.Day + 7 > DateTime.DaysInMonth(at.Year, at.Month)) ? YearlyMoment.Last
            : moments.All(at => WeekOf(at) == WeekOf(first)) ? WeekOf(first)
            : 0;
        return week == 0 ? null : new YearlyMoment(first.Month, week, first.DayOfWeek, first.TimeOfDay);
    }

    private static int WeekOf(DateTimeOffset at) => ((at.Day - 1) / 7) + 1;

    private readonly record struct Change(DateTimeOffset At, TimeSpan Before, TimeSpan Gain);
}

/// <summary>Summer time, the same each year.</summary>
/// <param name="Gain">By how much clocks are put forward.</param>
/// <param name="Begin">When it begins, by the clock before.</param>
/// <param name="End">When it ends, by the clock before.</param>
internal sealed record SummerTime(TimeSpan Gain, YearlyMoment Begin, YearlyMoment End);

/// <summary>A moment of each year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Week">1 to 4 for the first to fourth such day of the month, <see cref="Last"/> for the last.</param>
/// <param name="Day">Day of the week.</param>
/// <param name="Time">Time of the day.</param>
internal sealed record YearlyMoment(int Month, int Week, DayOfWeek Day, TimeSpan Time)
{
    /// <summary>The last week of a month.</summary>
    public const int Last = 5;

    /// <summary>Day of the week from Monday, 1, to Sunday, 7 (ISO 8601).</summary>
    public int DayFromMonday => Day == DayOfWeek.Sunday ? 7 : (int)Day;

    /// <summary>Day of the week from Sunday, 1, to Saturday, 7.</summary>
    public int DayFromSunday => (int)Day + 1;

    /// <summary>The first day of the month that it can be on: 1, 8, 15 or 22; -1 for the last week.</summary>
    public int EarliestDay => Week == Last ? -1 : ((Week - 1) * 7) + 1;
}
