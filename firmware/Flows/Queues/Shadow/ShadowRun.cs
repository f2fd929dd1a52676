using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Acd;
using Switchhook.Acd.Advice;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Plans;
using Switchhook.Acd.Simulation;
using Switchhook.Calls.Journal;
using Switchhook.Site;
using Switchhook.Site.Queues;
using Switchhook.Site.Switching;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>
/// Lets the queue that a hunt group would become (<see cref="QueueFromGroup"/>) run beside it: the callers of the real journal are played
/// to the queue engine, with the people who were at the phones.
/// </summary>
/// <remarks>
/// Real callers came and talked as the journal says. What it does not say is drawn from what others did: how long one would have waited
/// who was answered (a censored estimate, see <see cref="Patience"/>), and how long one would have talked who was not. Several runs are
/// played, and their means told.
/// </remarks>
public static class ShadowRun
{
    /// <summary>Most callers that are played.</summary>
    public const int MostCallers = 20_000;

    private const int Runs = 10;

    // Who showed no patience at all, among few who did: waits in queues are seldom longer.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromHours(1);

    private static readonly TimeSpan UsualTalk = TimeSpan.FromMinutes(3);

    /// <summary>Runs the queue on the past.</summary>
    /// <param name="journal">All events of the time, in order.</param>
    /// <param name="site">The site as it was in that time.</param>
    /// <param name="group">Name of the hunt group.</param>
    /// <param name="seed">Makes what is drawn: the same seed gives the same report.</param>
    /// <param name="stop">Breaks off.</param>
    /// <returns>Null when the group had no callers.</returns>
    /// <exception cref="ArgumentException">There is no such group, or it had more than <see cref="MostCallers"/>.</exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static ShadowReport? Of(IEnumerable<JournalEvent> journal, SiteModel site, string group, int seed, CancellationToken stop)
    {
        var (queue, agents) = QueueFromGroup.Of(site, group);
        var calendar = new SiteCalendar(site.TimeZone);
        var reading = new ShadowReading(site, site.Groups[group], calendar);
        foreach (var journalEvent in journal)
        {
            stop.ThrowIfCancellationRequested();
            reading.Take(journalEvent);
            if (reading.Calls.Count > MostCallers)
            {
                throw new ArgumentException($"There are more than {MostCallers} callers: take fewer weeks.", nameof(journal));
            }
        }

        if (reading.Calls.Count == 0)
        {
            return null;
        }

        var phones = site.Groups[group].Phones.Zip(agents).ToList();
        var work = new Work(
            PlanOf(site, queue, agents),
            [.. phones.SelectMany(one => reading.Presence.ShiftsOf(one.First, one.Second.Name))],
            [.. phones.SelectMany(one => reading.Presence.OwnCallsOf(one.First, one.Second.Name))]);
        var calls = reading.Calls.OrderBy(call => call.ArrivedAt).ToList();
        var patience = Patience.Estimate(ShadowVisits.FiguresOf(calls));
        var comparison = new ShadowComparison(calls, calendar, Runs);
        Play(calls, work, patience, new Random(seed), comparison, stop);
        return ShadowWords.Report(group, comparison, patience);
    }

    private static AcdPlan PlanOf(SiteModel site, QueueConfig queue, IReadOnlyList<AgentConfig> agents) => QueuePlans.Of(site with
    {
        Agents = agents.ToImmutableSortedDictionary(agent => agent.Name, agent => agent, StringComparer.Ordinal),
        Queues = ImmutableSortedDictionary.Create<string, QueueConfig>(StringComparer.Ordinal).Add(queue.Name, queue),
    });

    private static void Play(
        List<ShadowCall> calls, Work work, TimeSpan? patience, Random chance, ShadowComparison comparison, CancellationToken stop)
    {
        var talks = calls.Select(call => call.Talk).OfType<TimeSpan>().ToArray();
        var rings = calls.Select(call => call.Ring).OfType<TimeSpan>().Order().ToArray();
        var queue = work.Plan.Queues[0];
        for (var run = 0; run < Runs; run++)
        {
            new QueueSimulation(work.Plan, 1).Run([.. calls.Select(Simulated)], work.Shifts, comparison.Add, work.Own, stop: stop);
        }

        SimulatedCall Simulated(ShadowCall call, int number)
        {
            var talk = call.Talk ?? (talks.Length > 0 ? talks[chance.Next(talks.Length)] : UsualTalk);
            var ring = call.Ring ?? (rings.Length > 0 ? rings[rings.Length / 2] : TimeSpan.Zero);
            var more = patience is { } mean ? mean * -Math.Log(1 - chance.NextDouble()) : LongestPatience;
            var wait = call.End == ShadowEnd.GaveUp ? call.Wait : call.Wait + more;
            var item = new WorkItem(number.ToString(CultureInfo.InvariantCulture), queue.Name, WorkKind.Call, call.ArrivedAt);
            return new SimulatedCall(item, talk, wait < LongestPatience ? wait : LongestPatience)
            {
                Answer = ring < queue.Ring ? ring : queue.Ring - TimeSpan.FromSeconds(1),
            };
        }
    }

    private sealed record Work(AcdPlan Plan, IReadOnlyList<Shift> Shifts, IReadOnlyList<Shift> Own);
}
