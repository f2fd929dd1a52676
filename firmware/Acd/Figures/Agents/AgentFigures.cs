using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Figures.Agents;

/// <summary>The figures of one agent in a period. A share of nothing is null.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Time">How the period was spent.</param>
/// <param name="PausedBy">The time of pauses by their reason; the reason is empty where none was given.</param>
/// <param name="Attendance">When the agent was logged in, in order; a moment logged out ends one.</param>
/// <param name="Offers">What rang at the agent and is over, by begin; not what never rang, because the telephone was unreachable.</param>
/// <param name="Calls">The visits that the agent answered.</param>
public sealed record AgentFigures(
    string Agent,
    AgentTime Time,
    IReadOnlyDictionary<string, TimeSpan> PausedBy,
    IReadOnlyList<Interval> Attendance,
    IReadOnlyList<AgentOffer> Offers,
    QueueFigures Calls)
{
    /// <summary>The offers that rang out.</summary>
    public IReadOnlyList<AgentOffer> RangOut => [.. Offers.Where(offer => offer.Result == OfferResult.NoAnswer)];

    /// <summary>The share of the offers that rang out (RONA).</summary>
    public double? RonaRate => Offers.Count > 0 ? (double)RangOut.Count / Offers.Count : null;

    /// <summary>A figure's number in its unit (<see cref="FigureFormula"/>).</summary>
    /// <returns>Null when it is of nothing, or a figure of neither agents nor visits.</returns>
    public double? Value(FigureName name) => name switch
    {
        FigureName.LoggedIn => Time.LoggedIn.TotalSeconds,
        FigureName.Occupancy => Time.Occupancy,
        FigureName.Utilisation => Time.Utilisation,
        FigureName.Availability => Time.Availability,
        FigureName.Offers => Offers.Count,
        FigureName.RonaRate => RonaRate,
        _ => Calls.Value(name),
    };
}
