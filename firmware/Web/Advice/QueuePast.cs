using Switchhook.Acd.Advice;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Queues;

namespace Switchhook.Web.Advice;

/// <summary>What the past of a queue tells.</summary>
internal sealed class QueuePast
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Learns from visits.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="visits">Its visits in these days.</param>
    /// <param name="days">The days that were asked for.</param>
    /// <param name="leftOut">Days that tell nothing, such as holidays.</param>
    public QueuePast(QueueConfig queue, IReadOnlyList<Visit> visits, PastDays days, IReadOnlySet<DateOnly> leftOut)
    {
        Queue = queue;
        Days = days.KnownSince(visits.Count > 0 ? visits.Min(visit => visit.EnteredAt) : null);
        Forecast = Forecast.Of(visits, Days.Calendar, Days.First, Days.Last, leftOut);
        var figures = new QueueReport(visits, Days.Period, ShownFigures.RulesOf(queue), Days.Period.To).Whole;
        Calls = figures.Offered.Count;
        HandleTime = Bounded(figures.AverageHandleTime);
        Patience = Bounded(Acd.Advice.Patience.Estimate(figures));
    }

    /// <summary>The queue.</summary>
    public QueueConfig Queue { get; }

    /// <summary>The days that were looked at: from the first caller on.</summary>
    public PastDays Days { get; }

    /// <summary>Calls that came in these days.</summary>
    public int Calls { get; }

    /// <summary>The calls to expect.</summary>
    public Forecast Forecast { get; }

    /// <summary>Mean time that a call took of an agent; null when none was answered.</summary>
    public TimeSpan? HandleTime { get; }

    /// <summary>How long callers would wait on average; null when too few gave up to tell.</summary>
    public TimeSpan? Patience { get; }

    /// <summary>The half hours in which calls are expected or came.</summary>
    public IEnumerable<ForecastSlot> Slots => Forecast.Slots.Where(slot => slot.Calls > 0 || slot.Past.Any(past => past.Actual > 0));

    // What the formulas take: talks of no length happen where clocks were set.
    private static TimeSpan? Bounded(TimeSpan? time) => time is { } known
        ? TimeSpan.FromTicks(Math.Clamp(known.Ticks, Shortest.Ticks, Longest.Ticks))
        : null;
}
