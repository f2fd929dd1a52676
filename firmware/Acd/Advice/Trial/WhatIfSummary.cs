using Switchhook.Acd.Figures;

namespace Switchhook.Acd.Advice.Trial;

/// <summary>Sums played days up, and says in words what came out.</summary>
/// <param name="played">By day and run, the counts of each half hour.</param>
/// <param name="change">What was asked about.</param>
/// <param name="rules">The parameters.</param>
/// <param name="calls">Callers in all.</param>
internal sealed class WhatIfSummary(
    List<(WhatIfCount[] Before, WhatIfCount[] After)[]> played, WhatIfChange change, FigureRules rules, int calls)
{
    private const double LowRank = 0.1;
    private const double HighRank = 0.9;

    public WhatIfResult Sum(List<(int Day, int Run)[]> draws)
    {
        var all = played.SelectMany((runs, day) => runs.Select((_, run) => (day, run))).ToArray();
        var slots = Enumerable.Range(0, WhatIfDay.Slots).Select(slot => Slot(slot, all, draws)).Where(slot =>
            slot.Before.CallsPerDay > 0 || slot.Before.Occupancy is not null || slot.After.Occupancy is not null).ToList();

        var hours = Enumerable.Range(0, WhatIfDay.Slots).Where(slot => IsAsked(StartOf(slot))).ToArray();
        var before = Figures(all, draws, pair => pair.Before, hours);
        var after = Figures(all, draws, pair => pair.After, hours);
        var gains = Sorted(draws.Select(draw =>
            Total(draw, pair => pair.After, hours).ServiceLevel - Total(draw, pair => pair.Before, hours).ServiceLevel));
        var isClear = gains.Count > 0 && (Ranked(gains, LowRank) > 0 || Ranked(gains, HighRank) < 0);
        return new WhatIfResult(slots, before, after, played.Count, calls, isClear, Say(before, after, isClear));
    }

    private static TimeOnly StartOf(int slot) => TimeOnly.MinValue.AddMinutes(slot * 30);

    // A half hour belongs to the hours asked about when any of it does.
    private bool IsAsked(TimeOnly start) =>
        change.Hours is not { } hours || (start < hours.To && start.ToTimeSpan() + TimeSpan.FromMinutes(30) > hours.From.ToTimeSpan());

    private WhatIfSlot Slot(int slot, (int Day, int Run)[] all, List<(int Day, int Run)[]> draws) => new(
        StartOf(slot), Figures(all, draws, pair => pair.Before, [slot]), Figures(all, draws, pair => pair.After, [slot]));

    private WhatIfFigures Figures(
        (int Day, int Run)[] all,
        List<(int Day, int Run)[]> draws,
        Func<(WhatIfCount[] Before, WhatIfCount[] After), WhatIfCount[]> side,
        int[] slots)
    {
        var whole = Total(all, side, slots);
        var drawn = draws.ConvertAll(draw => Total(draw, side, slots));
        return new WhatIfFigures(
            whole.Offered / all.Length,
            Spread(whole.ServiceLevel, drawn.Select(count => count.ServiceLevel)),
            Spread(whole.SpeedOfAnswer, drawn.Select(count => count.SpeedOfAnswer)),
            Spread(whole.Abandoned, drawn.Select(count => count.Abandoned)),
            Spread(whole.Occupancy, drawn.Select(count => count.Occupancy)));
    }

    private WhatIfCount Total(
        (int Day, int Run)[] chosen, Func<(WhatIfCount[] Before, WhatIfCount[] After), WhatIfCount[]> side, int[] slots)
    {
        var sum = default(WhatIfCount);
        foreach (var (day, run) in chosen)
        {
            var counts = side(played[day][run]);
            foreach (var slot in slots)
            {
                sum.Add(counts[slot]);
            }
        }

        return sum;
    }

    private static WhatIfFigure? Spread(double? value, IEnumerable<double?> drawn) =>
        value is { } known && Sorted(drawn) is { Count: > 0 } sorted
            ? new WhatIfFigure(known, Ranked(sorted, LowRank), Ranked(sorted, HighRank))
            : null;

    private static List<double> Sorted(IEnumerable<double?> values) => [.. values.OfType<double>().Order()];

    private static double Ranked(List<double> sorted, double rank) => sorted[(int)(rank * (sorted.Count - 1))];

    private string Say(WhatIfFigures before, WhatIfFigures after, bool isClear)
    {
        var of = $"Played with {AdviceWords.Counted(calls, "call")} of {AdviceWords.Counted(played.Count, "day")}.";
        if (before is not { ServiceLevel: { } was, Abandoned: { } lost } || after is not { ServiceLevel: { } would, Abandoned: { } loses })
        {
            return $"{change.Words} there is nothing to compare: no caller came in these hours. {of}";
        }

        var within = $"{AdviceWords.Number(rules.AnswerWithin.TotalSeconds)} s";
        if (!isClear)
        {
            return $"{change.Words}, these days show no clear difference: {AdviceWords.Percent(would.Value)} would be answered "
                + $"in {within}, and {AdviceWords.Percent(was.Value)} without. {of}";
        }

        return $"{change.Words}, {AdviceWords.Percent(would.Value)} would be answered in {within} "
            + $"instead of {AdviceWords.Percent(was.Value)} "
            + $"(by the days, {AdviceWords.Percent(would.Low)} to {AdviceWords.Percent(would.High)}), "
            + $"and {AdviceWords.Percent(loses.Value)} would give up instead of {AdviceWords.Percent(lost.Value)}. {of}";
    }
}
