using Switchhook.Acd.Advice;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Lines;
using Switchhook.Acd.Theory;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Shadow;
using Switchhook.Site.Queues;
using Switchhook.Storage.History;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Advice;

/// <summary>Reads the box's own past and advises by it; the API and the pages show what it says.</summary>
internal sealed class Advisor(WebBackend backend, Stores stores)
{
    /// <summary>Most weeks that a change is played on: <see cref="WhatIf.MostDays"/> in whole weeks.</summary>
    public const int MostPlayedWeeks = WhatIf.MostDays / 7;

    /// <summary>Most days that a hunt group's callers are played on.</summary>
    public const int MostShadowDays = 56;

    // The same question has the same answer.
    private const int Seed = 1;

    private SiteCalendar Calendar => new(backend.Site.Model.TimeZone);

    /// <summary>What the last weeks of a queue tell.</summary>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public QueuePast Past(QueueConfig queue, int weeks, IReadOnlySet<DateOnly> leftOut)
    {
        var days = PastDays.Before(backend.Time.GetUtcNow(), weeks, Calendar);
        var visits = stores.Facts.Visits(days.Period, queue.Name).Where(visit => days.Period.Contains(visit.EnteredAt));
        return new QueuePast(queue, [.. visits], days, leftOut);
    }

    /// <summary>The agents that a queue needs.</summary>
    /// <param name="past">What its past tells.</param>
    /// <param name="target">What should be reached.</param>
    /// <param name="handleTime">Mean time that a call takes, 1 s to a day.</param>
    /// <returns>Null when so many calls are expected that the formulas end.</returns>
    public StaffingPlan? Staffing(QueuePast past, StaffingTarget target, TimeSpan handleTime) =>
        past.Forecast.Slots.All(slot => (slot.Calls ?? 0) * 2 * handleTime.TotalHours <= QueueLoad.MostErlangs)
            ? StaffingPlan.Of(past.Forecast, handleTime, target, past.Patience, FixedLines)
            : null;

    /// <summary>The lines that the site needs.</summary>
    /// <param name="weeks">How far back is looked.</param>
    /// <param name="mostBlocking">The share of calls that may be lost, between 0 and 1.</param>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public LinesPast Lines(int weeks, double mostBlocking)
    {
        var asked = PastDays.Before(backend.Time.GetUtcNow(), weeks, Calendar);
        IReadOnlyList<string> names = [.. backend.Site.Model.Lines.Keys];
        var spans = stores.Facts.Lines(asked.Period).Where(span => names.Contains(span.Line)).ToList();
        var days = asked.KnownSince(spans.Count > 0 ? spans.Min(span => span.From) : null);
        var report = new LineReport(names, spans, days.Period.To);
        var visits = stores.Facts.Visits(days.Period);
        var callers = new QueueReport(visits, days.Period, new FigureRules(), days.Period.To).ByLine();
        return new LinesPast(
            days,
            spans.Count > 0 ? LineAdvice.Of(report.ByHourOfWeek(days.Calendar, days.Period), mostBlocking) : null,
            [
                .. report.BusyByLine(days.Period).Select(line => new LineUse(
                    line.Key,
                    line.Value,
                    line.Value / days.Period.Length,
                    callers.GetValueOrDefault(line.Key)?.Offered.Count ?? 0,
                    callers.GetValueOrDefault(line.Key)?.Abandoned.Count ?? 0)),
            ]);
    }

    /// <summary>What a change would have made of the last weeks.</summary>
    /// <param name="change">The change; its queue is one of the site's.</param>
    /// <param name="weeks">1 to <see cref="MostPlayedWeeks"/>.</param>
    /// <param name="stop">Breaks off.</param>
    /// <returns>Null when there were no callers.</returns>
    /// <exception cref="TooMuchHistoryException">There is more than can be read or played at once.</exception>
    public WhatIfResult? Play(WhatIfChange change, int weeks, CancellationToken stop)
    {
        var (site, days) = (backend.Site.Model, PastDays.Before(backend.Time.GetUtcNow(), weeks, Calendar));
        var facts = stores.Facts.Agents(days.Period);
        var visits = facts.Visits.Where(visit => days.Period.Contains(visit.EnteredAt)).ToList();
        if (visits.Count > WhatIf.MostVisits)
        {
            throw new TooMuchHistoryException(
                $"{visits.Count} callers are too many to play; at most {WhatIf.MostVisits} are played: take fewer weeks.");
        }

        var past = new WhatIfPast(
            visits,
            WhatIfPast.ShiftsOf(facts.Spans, days.Period.To),
            QueuePlans.Of(site),
            days.Calendar,
            ShownFigures.RulesOf(site.Queues[change.Queue]))
        {
            Answer = WhatIfPast.AnswerOf(facts.Offers),
        };
        return WhatIf.Of(past, change, Seed, stop);
    }

    /// <summary>What the queue that a hunt group would become would have made of its callers.</summary>
    /// <param name="group">One of the site's hunt groups.</param>
    /// <param name="days">Days before today, 1 to <see cref="MostShadowDays"/>; today so far is played too.</param>
    /// <param name="stop">Breaks off.</param>
    /// <returns>Null when the group had no callers.</returns>
    /// <exception cref="TooMuchHistoryException">There were more callers than are played.</exception>
    public ShadowReport? Shadow(string group, int days, CancellationToken stop)
    {
        var from = Calendar.StartOf(Calendar.DayOf(backend.Time.GetUtcNow()).AddDays(-days));
        try
        {
            return ShadowRun.Of(stores.Journal.Since(from), backend.Site.Model, group, Seed, stop);
        }
        catch (ArgumentException tooMany) when (tooMany.ParamName == "journal")
        {
            throw new TooMuchHistoryException(
                $"The group had more than {ShadowRun.MostCallers} callers, which is more than are played: take fewer days.");
        }
    }

    // A trunk carries as many calls as its provider lets it: then busy lines turn nobody away.
    private int? FixedLines => backend.Site.Model is { Trunks.Count: 0, Lines.Count: > 0 and var lines } ? lines : null;
}
