using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Simulation;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>Counts callers as they fared, and as they would have, by day and in all.</summary>
internal sealed class ShadowComparison
{
    private readonly IReadOnlyList<ShadowCall> _calls;
    private readonly SiteCalendar _calendar;
    private readonly int _runs;

    /// <summary>Counts callers as they fared.</summary>
    /// <param name="calls">All of them.</param>
    /// <param name="calendar">The site's clocks.</param>
    /// <param name="runs">How many times each will be told to <see cref="Add"/>.</param>
    public ShadowComparison(IReadOnlyList<ShadowCall> calls, SiteCalendar calendar, int runs)
    {
        (_calls, _calendar, _runs, Would) = (calls, calendar, runs, new ShadowTally(runs));
        foreach (var call in calls)
        {
            Count(call, call.Wait, call.End == ShadowEnd.Answered, Was, On(call).Was);
        }
    }

    public SortedDictionary<DateOnly, (ShadowTally Was, ShadowTally Would)> Days { get; } = [];

    public ShadowTally Was { get; } = new(1);

    public ShadowTally Would { get; }

    /// <summary>Counts a caller as he would have fared; the id is his place in the list.</summary>
    public void Add(SimulatedOutcome outcome)
    {
        var call = _calls[int.Parse(outcome.Call.Item.Id, CultureInfo.InvariantCulture)];
        Count(call, outcome.Wait, outcome.Agent is not null, Would, On(call).Would);
    }

    // Who hangs up at once has dialled a wrong number, whatever would have answered.
    private static void Count(ShadowCall call, TimeSpan wait, bool isAnswered, ShadowTally all, ShadowTally day)
    {
        if (call.End != ShadowEnd.GaveUp || call.Wait > QueueDefaults.ShortAbandon)
        {
            all.Count(wait, isAnswered);
            day.Count(wait, isAnswered);
        }
    }

    private (ShadowTally Was, ShadowTally Would) On(ShadowCall call)
    {
        var day = _calendar.DayOf(call.ArrivedAt);
        return Days.TryGetValue(day, out var tallies) ? tallies : Days[day] = (new ShadowTally(1), new ShadowTally(_runs));
    }
}
