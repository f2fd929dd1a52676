using System.Globalization;
using Switchhook.Acd.Advice;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>Says what a queue would have made of callers.</summary>
internal static class ShadowWords
{
    /// <summary>The report.</summary>
    /// <param name="group">The hunt group.</param>
    /// <param name="comparison">All that was counted.</param>
    /// <param name="patience">Mean patience of the callers; null when too few gave up to tell.</param>
    public static ShadowReport Report(string group, ShadowComparison comparison, TimeSpan? patience)
    {
        var days = comparison.Days.Select(day => DayOf(day.Key, day.Value.Was.Side, day.Value.Would.Side)).ToList();
        var (was, would) = (comparison.Was.Side, comparison.Would.Side);
        var period = days.Count == 1 ? "On 1 day" : Say($"In {days.Count} days");
        return new ShadowReport(group, days, was, would, Compared(period, was, would), Limits(patience));
    }

    private static ShadowDay DayOf(DateOnly day, ShadowSide was, ShadowSide would) =>
        new(day, was, would, Compared(Say($"On {day:yyyy-MM-dd}"), was, would));

    private static string Compared(string when, ShadowSide was, ShadowSide would)
    {
        if (was is not { ServiceLevel: { } before } || would is not { ServiceLevel: { } after })
        {
            return $"{when} nobody called for longer than a wrong number does.";
        }

        var within = Durations.InWords(QueueDefaults.ServiceLevel.Within);
        var (callers, lost) = (Callers(was.Callers), Counted(would.Lost));
        return Say($"{when} {was.Lost:0} of {callers} gave up or found nobody; the queue would have lost {lost}. ")
            + Say($"{before * 100:0} % were answered within {within}; in the queue it would have been {after * 100:0} %.");
    }

    private static string Callers(int count) => count == 1 ? "1 caller" : Say($"{count} callers");

    // The mean of several runs: less than half a caller is not nobody.
    private static string Counted(double lost) => lost switch
    {
        0 => "none",
        < 0.5 => "hardly any",
        _ => Say($"{lost:0}"),
    };

    private static List<string> Limits(TimeSpan? patience) =>
    [
        patience is { } mean
            ? Say($"A caller who was answered showed only that he waits so long; that patience is {mean.TotalSeconds:0} s on average ")
                + "is an estimate."
            : Say($"Fewer than {Patience.FewestAbandoned} gave up, too few to tell how long callers wait: those who did not give up ")
                + "are taken to wait for an hour.",
        "Who gave up while it rang is taken to give up after the same wait in the queue, though with music people may wait longer.",
        "Somebody is taken to have been at a phone from the first to the last call there on a day, but for half hours in which it only "
            + "rang out.",
        "In the simulated queue, whoever is free and there answers.",
    ];

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
