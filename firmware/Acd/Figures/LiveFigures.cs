using Switchhook.Acd.Facts;

namespace Switchhook.Acd.Figures;

/// <summary>Who waits at a moment. Any moment can be asked for, so that a board can be played back.</summary>
public sealed class LiveFigures
{
    private readonly DateTimeOffset _moment;

    private LiveFigures(IEnumerable<Visit> waiting, DateTimeOffset moment)
    {
        Waiting = [.. waiting.OrderBy(visit => visit.EnteredAt).ThenBy(visit => visit.Id, StringComparer.Ordinal)];
        _moment = moment;
    }

    /// <summary>Those who wait, by their entry: the first has position 1.</summary>
    public IReadOnlyList<Visit> Waiting { get; }

    /// <summary>The wait of the one who waits longest; null when nobody waits.</summary>
    public TimeSpan? LongestWait => Waiting.Count > 0 ? _moment - Waiting[0].EnteredAt : null;

    /// <summary>A figure's number in its unit (<see cref="FigureFormula"/>).</summary>
    /// <returns>Null when it is of nothing, or not a figure of the moment.</returns>
    public double? Value(FigureName name) => name switch
    {
        FigureName.WaitingNow => Waiting.Count,
        FigureName.LongestWaitNow => LongestWait?.TotalSeconds,
        _ => null,
    };

    /// <summary>All queues together.</summary>
    public static LiveFigures At(IEnumerable<Visit> visits, DateTimeOffset moment) =>
        new(visits.Where(visit => Waits(visit, moment)), moment);

    /// <summary>The queues in which someone waits, in order of names.</summary>
    public static IReadOnlyDictionary<string, LiveFigures> ByQueue(IEnumerable<Visit> visits, DateTimeOffset moment) =>
        new SortedDictionary<string, LiveFigures>(
            visits.Where(visit => Waits(visit, moment))
                .GroupBy(visit => visit.Queue)
                .ToDictionary(queue => queue.Key, queue => new LiveFigures(queue, moment)),
            StringComparer.Ordinal);

    private static bool Waits(Visit visit, DateTimeOffset moment) =>
        visit.EnteredAt <= moment && (visit.WaitEndedAt is { } end ? end > moment : visit.Outcome == VisitOutcome.Waiting);
}
