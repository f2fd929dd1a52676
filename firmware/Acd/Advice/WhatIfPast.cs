using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;

namespace Switchhook.Acd.Advice;

/// <summary>Past days as they are played again.</summary>
/// <param name="Visits">Callers of the past days, of all queues that share agents; what is not a call is left out.</param>
/// <param name="Shifts">When agents were at work (<see cref="ShiftsOf"/>), or should be.</param>
/// <param name="Plan">The queues and agents as they are.</param>
/// <param name="Calendar">The site's clocks.</param>
/// <param name="Rules">By which callers count as answered in time, and as lost.</param>
public sealed record WhatIfPast(
    IReadOnlyList<Visit> Visits, IReadOnlyList<Shift> Shifts, AcdPlan Plan, SiteCalendar Calendar, FigureRules Rules)
{
    /// <summary>How long a telephone rings before it is lifted: zero for at once.</summary>
    public TimeSpan Answer { get; init; }

    /// <summary>When agents were at work, from what they did: paused, unreachable and logged out they were not.</summary>
    /// <param name="spans">What they did.</param>
    /// <param name="asOf">Until when is known what they did: the end of what lasts.</param>
    public static IReadOnlyList<Shift> ShiftsOf(IEnumerable<AgentSpan> spans, DateTimeOffset asOf)
    {
        var shifts = new List<Shift>();
        foreach (var span in spans.Where(IsAtWork).OrderBy(span => span.Agent, StringComparer.Ordinal).ThenBy(span => span.From))
        {
            var to = span.To ?? asOf;
            if (shifts is [.., var last] && last.Agent == span.Agent && span.From <= last.To)
            {
                shifts[^1] = last with { To = to > last.To ? to : last.To };
            }
            else
            {
                shifts.Add(new Shift(span.Agent, span.From, to));
            }
        }

        return shifts;
    }

    /// <summary>How long telephones rang before they were lifted, the middle of all; zero when none was.</summary>
    public static TimeSpan AnswerOf(IEnumerable<AgentOffer> offers)
    {
        var rings = offers.Where(offer => offer is { Result: OfferResult.Accepted, To: not null })
            .Select(offer => offer.To!.Value - offer.From).Where(ring => ring >= TimeSpan.Zero).Order().ToList();
        return rings.Count > 0 ? rings[rings.Count / 2] : TimeSpan.Zero;
    }

    private static bool IsAtWork(AgentSpan span) =>
        span.State is not (AgentState.LoggedOut or AgentState.Paused or AgentState.Unreachable);
}
