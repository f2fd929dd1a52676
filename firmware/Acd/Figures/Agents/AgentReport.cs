using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Figures.Agents;

/// <summary>
/// The figures of agents. Their time is split over the intervals it covers; offers and visits belong to the interval of their begin.
/// The order in which facts are given does not matter.
/// </summary>
public sealed class AgentReport
{
    private readonly SortedDictionary<string, List<(Interval Time, AgentSpan Span)>> _lines;
    private readonly List<Visit> _visits;
    private readonly ILookup<string, AgentOffer> _offers;
    private readonly FigureRules _rules;
    private readonly DateTimeOffset _asOf;

    /// <summary>Takes the facts.</summary>
    /// <param name="spans">What agents did.</param>
    /// <param name="offers">What was offered to them.</param>
    /// <param name="visits">What they answered, and for first-contact resolution what came after.</param>
    /// <param name="rules">The parameters.</param>
    /// <param name="asOf">The moment until which is known what happened: now, or the end of the facts.</param>
    public AgentReport(
        IEnumerable<AgentSpan> spans, IEnumerable<AgentOffer> offers, IEnumerable<Visit> visits, FigureRules rules, DateTimeOffset asOf)
    {
        _lines = new(
            spans.GroupBy(span => span.Agent).ToDictionary(agent => agent.Key, agent => AgentTimeline.Of(agent, asOf)),
            StringComparer.Ordinal);
        _offers = offers.OrderBy(offer => offer.From).ThenBy(offer => offer.Visit, StringComparer.Ordinal).ToLookup(offer => offer.Agent);
        (_visits, _rules, _asOf) = ([.. visits], rules, asOf);
    }

    /// <summary>Each agent who was logged in, was offered work or answered in the period, in order of names.</summary>
    public IReadOnlyDictionary<string, AgentFigures> ByAgent(Interval period)
    {
        var calls = new QueueReport(_visits, period, _rules, _asOf);
        var byAgent = calls.ByAgent();
        var nothing = new QueueReport([], period, _rules, _asOf).Whole;
        var names = _lines.Keys.Concat(_offers.Select(agent => agent.Key)).Concat(byAgent.Keys).Distinct();
        var figures = names
            .Select(agent => Of(agent, period, byAgent.GetValueOrDefault(agent, nothing)))
            .Where(agent => agent.Time.LoggedIn > TimeSpan.Zero || agent.Offers.Count > 0 || agent.Calls.Handled.Count > 0);
        return new SortedDictionary<string, AgentFigures>(figures.ToDictionary(agent => agent.Agent), StringComparer.Ordinal);
    }

    /// <summary>How the team spent each interval.</summary>
    /// <param name="intervals">In order, none over another.</param>
    public IReadOnlyList<AgentTime> TimeOf(IReadOnlyList<Interval> intervals)
    {
        var times = Enumerable.Repeat(AgentTime.None, intervals.Count).ToArray();
        foreach (var line in _lines.Values)
        {
            Add(line, intervals, times);
        }

        return times;
    }

    /// <summary>How one agent spent each interval.</summary>
    /// <param name="agent">The agent; one who is not known spent none.</param>
    /// <param name="intervals">In order, none over another.</param>
    public IReadOnlyList<AgentTime> TimeOf(string agent, IReadOnlyList<Interval> intervals)
    {
        var times = Enumerable.Repeat(AgentTime.None, intervals.Count).ToArray();
        Add(LineOf(agent), intervals, times);
        return times;
    }

    /// <summary>How the team spent the hours of the week, all weeks of a period together.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period has too many hours.</exception>
    public IReadOnlyDictionary<HourOfWeek, AgentTime> ByHourOfWeek(SiteCalendar calendar, Interval period)
    {
        var hours = calendar.Cover(period, IntervalLength.Hour).Select(hour => hour.Within(period)).ToList();
        return TimeOf(hours).Zip(hours)
            .GroupBy(pair => calendar.HourOf(pair.Second.From), pair => pair.First)
            .ToDictionary(hour => hour.Key, hour => hour.Aggregate((one, other) => one.Plus(other)));
    }

    private static void Add(List<(Interval Time, AgentSpan Span)> line, IReadOnlyList<Interval> intervals, AgentTime[] times)
    {
        foreach (var (interval, piece, time) in Overlaps.Of(line, piece => piece.Time, intervals))
        {
            times[interval] = times[interval].Plus(piece.Span.State, time);
        }
    }

    private static void Extend(List<Interval> attendance, Interval more)
    {
        if (attendance.Count > 0 && attendance[^1].To == more.From)
        {
            attendance[^1] = attendance[^1] with { To = more.To };
        }
        else
        {
            attendance.Add(more);
        }
    }

    private AgentFigures Of(string agent, Interval period, QueueFigures calls)
    {
        var pauses = new SortedDictionary<string, TimeSpan>(StringComparer.Ordinal);
        var attendance = new List<Interval>();
        var time = AgentTime.None;
        foreach (var (_, piece, length) in Overlaps.Of(LineOf(agent), piece => piece.Time, [period]))
        {
            time = time.Plus(piece.Span.State, length);
            if (piece.Span.State == AgentState.LoggedOut)
            {
                continue;
            }

            Extend(attendance, piece.Time.Within(period));
            if (piece.Span.State == AgentState.Paused)
            {
                var reason = piece.Span.Reason ?? "";
                pauses[reason] = pauses.GetValueOrDefault(reason) + length;
            }
        }

        var offers = _offers[agent].Where(offer =>
            period.Contains(offer.From) && offer.Result is not (OfferResult.Ringing or OfferResult.Unreachable));
        return new AgentFigures(agent, time, pauses, attendance, [.. offers], calls);
    }

    private List<(Interval Time, AgentSpan Span)> LineOf(string agent) => _lines.GetValueOrDefault(agent, []);
}
