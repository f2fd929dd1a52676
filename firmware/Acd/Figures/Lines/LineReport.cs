using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Figures.Lines;

/// <summary>How full the lines of a site were. The order in which facts are given does not matter.</summary>
public sealed class LineReport
{
    private readonly List<(Interval Time, int Busy)> _levels;
    private readonly SortedDictionary<string, List<Interval>> _byLine;
    private readonly DateTimeOffset _asOf;

    /// <summary>Takes the facts.</summary>
    /// <param name="lines">The lines there are; spans of others are left out.</param>
    /// <param name="spans">When lines were busy.</param>
    /// <param name="asOf">The moment until which is known what happened: now, or the end of the facts.</param>
    public LineReport(IEnumerable<string> lines, IEnumerable<LineSpan> spans, DateTimeOffset asOf)
    {
        var byLine = spans.ToLookup(span => span.Line);
        _byLine = new(lines.Distinct().ToDictionary(line => line, line => Merged(byLine[line], asOf)), StringComparer.Ordinal);
        _levels = LevelsOf(_byLine.Values.SelectMany(busy => busy));
        _asOf = asOf;
    }

    /// <summary>How full the lines were in each interval; of one that is not over, what is past counts.</summary>
    /// <param name="intervals">In order, none over another.</param>
    public IReadOnlyList<LineFigures> Of(IReadOnlyList<Interval> intervals)
    {
        var figures = intervals
            .Select(interval => new LineFigures(_byLine.Count, Past(interval), TimeSpan.Zero, TimeSpan.Zero))
            .ToArray();
        foreach (var (interval, level, time) in Overlaps.Of(_levels, level => level.Time, intervals))
        {
            var all = level.Busy == _byLine.Count ? time : TimeSpan.Zero;
            figures[interval] = figures[interval].Plus(new LineFigures(_byLine.Count, TimeSpan.Zero, all, time * level.Busy));
        }

        return figures;
    }

    /// <summary>How busy each line was in a period, in order of names.</summary>
    public IReadOnlyDictionary<string, TimeSpan> BusyByLine(Interval period) => new SortedDictionary<string, TimeSpan>(
        _byLine.ToDictionary(
            line => line.Key,
            line => Overlaps.Of(line.Value, busy => busy, [period]).Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Time)),
        StringComparer.Ordinal);

    /// <summary>How full the lines were in the hours of the week, all weeks of a period together.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period has too many hours.</exception>
    public IReadOnlyDictionary<HourOfWeek, LineFigures> ByHourOfWeek(SiteCalendar calendar, Interval period)
    {
        var hours = calendar.Cover(period, IntervalLength.Hour).Select(hour => hour.Within(period)).ToList();
        return Of(hours).Zip(hours)
            .GroupBy(pair => calendar.HourOf(pair.Second.From), pair => pair.First)
            .ToDictionary(hour => hour.Key, hour => hour.Aggregate((one, other) => one.Plus(other)));
    }

    // A line is busy or not: two spans of it at once count once.
    private static List<Interval> Merged(IEnumerable<LineSpan> spans, DateTimeOffset asOf)
    {
        var merged = new List<Interval>();
        foreach (var time in spans.Select(span => new Interval(span.From, span.To ?? asOf)).OrderBy(time => time.From))
        {
            if (merged.Count > 0 && time.From <= merged[^1].To)
            {
                merged[^1] = merged[^1] with { To = time.To > merged[^1].To ? time.To : merged[^1].To };
            }
            else if (time.To > time.From)
            {
                merged.Add(time);
            }
        }

        return merged;
    }

    private static List<(Interval Time, int Busy)> LevelsOf(IEnumerable<Interval> busy)
    {
        var steps = busy
            .SelectMany(time => new[] { (At: time.From, Change: 1), (At: time.To, Change: -1) })
            .GroupBy(step => step.At, step => step.Change)
            .OrderBy(step => step.Key)
            .ToList();
        var levels = new List<(Interval Time, int Busy)>();
        var level = 0;
        for (var i = 0; i + 1 < steps.Count; i++)
        {
            level += steps[i].Sum();
            levels.Add((new Interval(steps[i].Key, steps[i + 1].Key), level));
        }

        return levels;
    }

    private TimeSpan Past(Interval interval) => interval.Within(new Interval(interval.From, _asOf)).Length;
}
