using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues;
using Switchhook.Site;
using Switchhook.Storage;
using Switchhook.Storage.History;

namespace Switchhook.Appliance.Queues;

/// <summary>Takes agents up after a restart where they were before it.</summary>
public static class AgentMemories
{
    /// <summary>Reads what is known of them, and tells the queues. Control loop only, once, before the first call.</summary>
    /// <param name="queues">Those of the new start; nobody has logged in.</param>
    /// <param name="site">The site in force; agents whom it does not name any more are logged out.</param>
    /// <param name="database">What is on disk.</param>
    /// <param name="lastSign">When the box was alive the last time; null on a new box.</param>
    /// <param name="journal">Where those who are gone are logged out.</param>
    /// <param name="now">The present.</param>
    public static void Restore(
        QueueHost queues, SiteModel site, Database database, DateTimeOffset? lastSign, CallJournal journal, DateTimeOffset now)
    {
        var atWork = new JournalReader(database).LastAgents().Where(last => last.Change.Phone is not null).ToList();
        foreach (var (change, _) in atWork.Where(last => !site.Agents.ContainsKey(last.Change.Agent)))
        {
            journal.Append(new AgentChanged(
                change.Agent,
                nameof(AgentState.LoggedOut),
                null,
                null,
                null,
                null,
                "not in the site file",
                $"{change.Agent} is logged out: the site file does not name this agent any more.",
                lastSign ?? now));
        }

        // Told anew, so that what was read is not looked for in older and older parts of the journal.
        foreach (var moved in new JournalReader(database).LastAssignments().Where(moved => site.Agents.ContainsKey(moved.Agent)))
        {
            queues.Assign(moved.Agent, moved.Queues, moved.By);
        }

        var today = new SiteCalendar(site.TimeZone).At(now, IntervalLength.Day);
        var facts = new FactReader(database);
        var answered = facts.Visits(today).ToLookup(visit => visit.Agent, StringComparer.Ordinal);
        foreach (var (customer, (agent, at)) in facts.LastAgents(now))
        {
            queues.Remember(customer, agent, at);
        }

        foreach (var last in answered.Select(visits => visits.MaxBy(visit => visit.AnsweredAt)!))
        {
            queues.NoteWork(last);
        }

        queues.Restore(
            [
                .. from last in atWork
                   where site.Agents.ContainsKey(last.Change.Agent)
                   let visits = answered[last.Change.Agent].Where(visit => today.Contains(visit.EnteredAt)).ToList()
                   select MemoryOf(last.Change, SinceOf(last.Change, last.At, lastSign), visits),
            ],
            lastSign);
    }

    // A call and the ringing for one ended with the box; the rest goes on as if nothing had been.
    private static DateTimeOffset SinceOf(AgentChanged last, DateTimeOffset at, DateTimeOffset? lastSign) =>
        last.State is nameof(AgentState.Talking) or nameof(AgentState.Holding) or nameof(AgentState.Ringing)
            ? lastSign ?? at
            : last.Since ?? at;

    private static AgentMemory MemoryOf(AgentChanged last, DateTimeOffset since, IReadOnlyList<Visit> today)
    {
        var isWrappingUp = last.State == nameof(AgentState.WrapUp);
        return new AgentMemory(
            last.Agent,
            last.Phone!,
            since,
            last.State == nameof(AgentState.Paused) ? last.Reason : null,
            isWrappingUp ? last.Until : null,
            isWrappingUp ? last.Visit : null,
            today.Count,
            today.Aggregate(TimeSpan.Zero, (sum, visit) => sum + TalkOf(visit)));
    }

    private static TimeSpan TalkOf(Visit visit) =>
        visit is { AnsweredAt: { } answer, TalkEndedAt: { } end } && end > answer ? end - answer : TimeSpan.Zero;
}
