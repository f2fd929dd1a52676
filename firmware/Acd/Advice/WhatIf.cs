using Switchhook.Acd.Advice.Trial;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Acd.Advice;

/// <summary>
/// What a change would have made of past days: they are played to the queue engine as they were and with the change, several times with
/// other luck. Then days are drawn by lot, many times over (bootstrap), to see how far the answer hangs on the days that happened to be.
/// </summary>
/// <remarks>
/// The figures before are played too, and not those that were measured: simulated agents miss nothing and make no calls of their own, so
/// only like is compared with like. How long a caller would have waited who was answered is not known; it is drawn from the mean patience
/// (<see cref="Patience"/>), and an hour where that is not known.
/// </remarks>
public static class WhatIf
{
    /// <summary>Most days that are played.</summary>
    public const int MostDays = 100;

    /// <summary>Most callers of all days; each is played ten times, which takes some seconds in all.</summary>
    public const int MostVisits = 20_000;

    private const int Runs = 5;
    private const int Resamples = 200;

    /// <summary>Plays a change.</summary>
    /// <param name="past">The past days.</param>
    /// <param name="change">The change.</param>
    /// <param name="seed">Makes the luck: the same seed gives the same answer.</param>
    /// <param name="stop">Breaks off.</param>
    /// <returns>Null when there were no callers.</returns>
    /// <exception cref="ArgumentException">
    /// The plan has no queue of that name, or there are more than <see cref="MostDays"/> or <see cref="MostVisits"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static WhatIfResult? Of(WhatIfPast past, WhatIfChange change, int seed, CancellationToken stop)
    {
        Check(past, change);
        var queues = past.Plan.Queues.Select(queue => queue.Name).ToHashSet(StringComparer.Ordinal);
        var visits = past.Visits.Where(visit => visit.Kind == WorkKind.Call && queues.Contains(visit.Queue))
            .OrderBy(visit => visit.EnteredAt).ThenBy(visit => visit.Id, StringComparer.Ordinal).ToList();
        if (visits.Count == 0)
        {
            return null;
        }

        var days = visits.GroupBy(visit => past.Calendar.DayOf(visit.EnteredAt))
            .Select(day => new WhatIfDay(past, day.Key, [.. day])).ToList();
        if (days.Count > MostDays)
        {
            throw new ArgumentException(
                $"There are {days.Count} days with callers; at most {MostDays} are played: take fewer weeks.", nameof(past));
        }

        var (talks, patience) = (WhatIfLuck.TalksOf(visits), PatienceOf(visits, past.Rules));
        var chance = new Random(seed);
        var played = new List<(WhatIfCount[] Before, WhatIfCount[] After)[]>(days.Count);
        foreach (var day in days)
        {
            var runs = new (WhatIfCount[] Before, WhatIfCount[] After)[Runs];
            for (var run = 0; run < Runs; run++)
            {
                runs[run] = day.Play(change, new WhatIfLuck(talks, patience, chance), stop);
            }

            played.Add(runs);
        }

        return new WhatIfSummary(played, change, past.Rules, visits.Count).Sum(Draws(days.Count, chance));
    }

    private static void Check(WhatIfPast past, WhatIfChange change)
    {
        if (!past.Plan.Queues.Any(queue => queue.Name == change.Queue))
        {
            throw new ArgumentException($"There is no queue {change.Queue}: name one of the site's queues.", nameof(change));
        }

        if (change.Hours is { } hours && hours.To <= hours.From)
        {
            throw new ArgumentException("The hours end before they begin: name a later end.", nameof(change));
        }

        if (past.Visits.Count > MostVisits)
        {
            throw new ArgumentException(
                $"There are {past.Visits.Count} callers; at most {MostVisits} are played: take fewer weeks.", nameof(past));
        }
    }

    private static TimeSpan? PatienceOf(List<Visit> visits, FigureRules rules)
    {
        var whole = new Interval(visits[0].EnteredAt, visits[^1].EnteredAt + TimeSpan.FromTicks(1));
        return Patience.Estimate(new QueueReport(visits, whole, rules, whole.To).Whole);
    }

    // As many days as there were, each by lot, with the luck of one of its runs.
    private static List<(int Day, int Run)[]> Draws(int days, Random chance) =>
    [
        .. Enumerable.Range(0, Resamples)
            .Select(_ => Enumerable.Range(0, days).Select(_ => (chance.Next(days), chance.Next(Runs))).ToArray()),
    ];
}
