using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Advice;

/// <summary>
/// The calls to expect in each half hour of a week, from the same half hours of past weeks, and how far such a forecast would have been
/// off in each of those weeks.
/// </summary>
public sealed class Forecast
{
    /// <summary>Most weeks that are looked back on.</summary>
    public const int MostWeeks = 53;

    private const int SlotsPerDay = 48;

    // Spread of counts from the median deviation, for numbers that scatter normally.
    private const double SpreadPerDeviation = 1.4826;
    private const double SpreadsAllowed = 3;
    private const double HalvesAfterWeeks = 4;

    private readonly ForecastSlot[] _slots;

    private Forecast(ForecastSlot[] slots) => _slots = slots;

    /// <summary>How a number comes about, in words for people.</summary>
    public static string Rule =>
        "The mean of the same half hour of the same weekday in past weeks. A week weighs half as much as one four weeks later. "
        + "A count further from the median than three times the usual spread counts as if it were just so far.";

    /// <summary>All half hours of the week, Monday 0:00 first.</summary>
    public IReadOnlyList<ForecastSlot> Slots => _slots;

    /// <summary>
    /// Mean absolute error in calls per half hour, each day forecast from the others. The half hours in which no call came and none was
    /// expected are left out: nights would make any forecast look good. Null when there is nothing to compare.
    /// </summary>
    public double? MeanAbsoluteError => MeanMiss(_slots.SelectMany(slot => slot.Past).Where(past => past.Actual > 0 || past.Expected > 0));

    /// <summary>Learns from visits.</summary>
    /// <param name="visits">Of the queues that are asked about; those that return are not offered again, and left out.</param>
    /// <param name="calendar">The site's clocks.</param>
    /// <param name="first">The first day of the facts.</param>
    /// <param name="last">The last day of the facts; at most 53 weeks in all.</param>
    /// <param name="leftOut">Days that tell nothing, such as holidays.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first, or more than 53 weeks after.</exception>
    public static Forecast Of(
        IEnumerable<Visit> visits, SiteCalendar calendar, DateOnly first, DateOnly last, IReadOnlySet<DateOnly> leftOut)
    {
        if (last < first || last.DayNumber - first.DayNumber >= MostWeeks * 7)
        {
            throw new ArgumentOutOfRangeException(nameof(last), last, $"A forecast looks back on 1 day to {MostWeeks} weeks.");
        }

        var offered = visits.Where(visit => !visit.IsReturn)
            .CountBy(visit => (Day: calendar.DayOf(visit.EnteredAt), Slot: SlotOf(calendar.TimeOf(visit.EnteredAt))))
            .ToDictionary();
        var slots = Enumerable.Range(0, 7 * SlotsPerDay).Select(_ => new List<PastCount>()).ToArray();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (leftOut.Contains(day))
            {
                continue;
            }

            // A half hour that clocks show twice counts once, by its mean; one that they leave out tells nothing.
            var start = calendar.StartOf(day);
            var times = calendar.Cover(new Interval(start, calendar.StartOf(day.AddDays(1))), IntervalLength.HalfHour)
                .CountBy(half => SlotOf(calendar.TimeOf(half.From)));
            foreach (var (slot, shown) in times)
            {
                var calls = (double)offered.GetValueOrDefault((day, slot)) / shown;
                slots[(SiteCalendar.DaysAfterMonday(day.DayOfWeek) * SlotsPerDay) + slot].Add(
                    new PastCount(day, (last.DayNumber - day.DayNumber) / 7, calls));
            }
        }

        return new Forecast([.. slots.Select(Learnt)]);
    }

    /// <summary>What to expect on a day.</summary>
    public IReadOnlyList<ForecastSlot> On(DayOfWeek day) => [.. _slots.Where(slot => slot.Day == day)];

    /// <summary>The mean of what forecasts were off by, in calls; null when none was made.</summary>
    internal static double? MeanMiss(IEnumerable<ForecastPast> days) =>
        days.Select(day => day.Miss).OfType<double>().ToList() is { Count: > 0 } misses ? misses.Average(Math.Abs) : null;

    private static int SlotOf(TimeOnly time) => (time.Hour * 2) + (time.Minute / 30);

    private static ForecastSlot Learnt(List<PastCount> counts, int index)
    {
        var past = counts.Select(count =>
        {
            var forecast = Expected([.. counts.Where(other => other != count)]);
            return new ForecastPast(count.Day, count.Calls, forecast);
        });
        var (day, half) = Math.DivRem(index, SlotsPerDay);
        return new ForecastSlot((DayOfWeek)((day + 1) % 7), TimeOnly.MinValue.AddMinutes(half * 30), Expected(counts), [.. past]);
    }

    private static double? Expected(List<PastCount> counts)
    {
        if (counts.Count == 0)
        {
            return null;
        }

        // Calls that come at random scatter by the root of their mean: without it, one call in a quiet half hour would be an outlier.
        var median = Median(counts.Select(count => count.Calls));
        var spread = SpreadPerDeviation * Median(counts.Select(count => Math.Abs(count.Calls - median)));
        var most = SpreadsAllowed * Math.Max(spread, Math.Sqrt(Math.Max(1, median)));
        double sum = 0, weights = 0;
        foreach (var count in counts)
        {
            var weight = Math.Pow(0.5, count.WeeksAgo / HalvesAfterWeeks);
            sum += weight * Math.Clamp(count.Calls, median - most, median + most);
            weights += weight;
        }

        return sum / weights;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private sealed record PastCount(DateOnly Day, int WeeksAgo, double Calls);
}
