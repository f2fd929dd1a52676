namespace Switchhook.Tests.Flows.Queues.Week.Plain;

/// <summary>How agents and lines spent a stretch of time, second by second of the plain journal.</summary>
internal static class PlainTimes
{
    private static readonly string[] OnCalls = ["Ringing", "Talking", "Holding", "WrapUp"];

    /// <summary>The figures of time of some agents together, by their names in the API.</summary>
    public static Dictionary<string, double?> OfAgents(IEnumerable<PlainSpan> spans, long from, long to)
    {
        double Sum(Func<string, bool> states) =>
            spans.Where(span => states(span.State)).Sum(span => Inside(span.From, span.To, from, to)) / 1000.0;

        var loggedIn = Sum(state => state != "LoggedOut");
        var paused = Sum(state => state == "Paused");
        var busy = Sum(state => OnCalls.Contains(state));
        return new(StringComparer.Ordinal)
        {
            ["loggedIn"] = loggedIn,
            ["occupancy"] = Share(busy, loggedIn - paused),
            ["utilisation"] = Share(busy, loggedIn),
            ["availability"] = Share(loggedIn - paused, loggedIn),
        };
    }

    /// <summary>The figures of lines together, by their names in the API.</summary>
    /// <param name="lines">The lines there are.</param>
    /// <param name="busy">When lines were busy.</param>
    /// <param name="from">Begin, ms.</param>
    /// <param name="to">End, ms.</param>
    public static Dictionary<string, double?> OfLines(
        IReadOnlyCollection<string> lines, IEnumerable<(string Line, long From, long? To)> busy, long from, long to)
    {
        var theirs = busy.Where(one => lines.Contains(one.Line) && Inside(one.From, one.To, from, to) > 0).ToList();
        var edges = theirs.SelectMany(one => new[] { one.From, one.To ?? to }).Append(from).Append(to)
            .Where(edge => edge >= from && edge <= to).Distinct().Order().ToList();
        var (all, sum) = (0L, 0L);
        foreach (var (begin, end) in edges.Zip(edges.Skip(1)))
        {
            var now = theirs.Where(one => one.From <= begin && (one.To ?? to) >= end).Select(one => one.Line).Distinct().Count();
            all += now == lines.Count ? end - begin : 0;
            sum += now * (end - begin);
        }

        return new(StringComparer.Ordinal)
        {
            ["lineBlocking"] = Share(all, to - from),
            ["carriedTraffic"] = Share(sum, to - from),
        };
    }

    public static long Inside(long from, long? until, long begin, long end) =>
        Math.Max(0, Math.Min(until ?? end, end) - Math.Max(from, begin));

    private static double? Share(double part, double whole) => whole > 0.0005 ? part / whole : null;
}
