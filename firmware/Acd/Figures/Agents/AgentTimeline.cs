using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Figures.Agents;

/// <summary>One agent's spans laid into a single line, in order and none over another.</summary>
internal static class AgentTimeline
{
    // Where spans overlap, because an agent works in several queues, the agent did the first of these.
    private static readonly AgentState[] Busiest =
    [
        AgentState.Talking, AgentState.Holding, AgentState.Ringing, AgentState.WrapUp,
        AgentState.Paused, AgentState.Unreachable, AgentState.Available, AgentState.LoggedOut,
    ];

    /// <summary>Lays spans into a line.</summary>
    /// <param name="spans">Of one agent, in any order.</param>
    /// <param name="asOf">The end of what lasts.</param>
    public static List<(Interval Time, AgentSpan Span)> Of(IEnumerable<AgentSpan> spans, DateTimeOffset asOf)
    {
        var open = spans
            .Select(span => (Time: new Interval(span.From, span.To ?? asOf), Span: span))
            .Where(piece => piece.Time.To > piece.Time.From)
            .ToList();
        open.Sort(Compare);
        var edges = open.SelectMany(piece => new[] { piece.Time.From, piece.Time.To }).ToList();
        edges.Sort();
        var active = new PriorityQueue<(Interval Time, AgentSpan Span), (int Rank, int Number)>();
        var line = new List<(Interval Time, AgentSpan Span)>();
        var next = 0;
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            for (; next < open.Count && open[next].Time.From == edges[i]; next++)
            {
                active.Enqueue(open[next], (Array.IndexOf(Busiest, open[next].Span.State), next));
            }

            while (active.TryPeek(out var top, out _) && top.Time.To <= edges[i])
            {
                active.Dequeue();
            }

            if (edges[i] < edges[i + 1] && active.TryPeek(out var now, out _))
            {
                line.Add((new Interval(edges[i], edges[i + 1]), now.Span));
            }
        }

        return line;
    }

    // Also by what is said of them, so that the order in which they were given is of no account.
    private static int Compare((Interval Time, AgentSpan Span) one, (Interval Time, AgentSpan Span) other)
    {
        var order = one.Time.From.CompareTo(other.Time.From);
        order = order != 0 ? order : one.Time.To.CompareTo(other.Time.To);
        order = order != 0 ? order : string.CompareOrdinal(one.Span.Reason, other.Span.Reason);
        return order != 0 ? order : string.CompareOrdinal(one.Span.Visit, other.Span.Visit);
    }
}
