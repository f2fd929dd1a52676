namespace Switchhook.Acd.Figures.Intervals;

/// <summary>Splits stretches of time over the intervals that they cover.</summary>
internal static class Overlaps
{
    /// <summary>What of each stretch lies in each interval, in one walk along both.</summary>
    /// <param name="stretches">In order, none over another.</param>
    /// <param name="timeOf">The time of a stretch.</param>
    /// <param name="intervals">In order, none over another.</param>
    /// <returns>The interval's place in its list, the stretch, and the part of its time.</returns>
    public static IEnumerable<(int Interval, T Stretch, TimeSpan Time)> Of<T>(
        IReadOnlyList<T> stretches, Func<T, Interval> timeOf, IReadOnlyList<Interval> intervals)
    {
        var first = 0;
        foreach (var stretch in stretches)
        {
            var time = timeOf(stretch);
            while (first < intervals.Count && intervals[first].To <= time.From)
            {
                first++;
            }

            for (var i = first; i < intervals.Count && intervals[i].From < time.To; i++)
            {
                yield return (i, stretch, time.Within(intervals[i]).Length);
            }
        }
    }
}
