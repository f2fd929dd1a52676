using Switchhook.Acd;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>Looks at every moment whether an agent is free beside a caller whom that agent may have by the site file.</summary>
internal sealed class IdleWatch(WeekBox box, List<string> found)
{
    private static readonly SiteModel Site = WeekSite.Make();
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Item, string Agent), DateTimeOffset> _since = [];

    /// <summary>One look.</summary>
    /// <returns>False, so that time goes on.</returns>
    public bool Look()
    {
        if (!box.Board.Current.Visits.Values.Any(visit => visit.AnsweredAt is null))
        {
            _since.Clear();
            return false;
        }

        var now = box.Driver.Time.GetUtcNow();
        var pairs = Site.Queues.Values
            .SelectMany(queue => box.Queues.Engine.WaitingIn(queue.Name).Where(waiting => IsOpen(waiting, now))
                .SelectMany(waiting => FreeFor(queue, waiting.Item, now).Select(agent => (waiting.Item.Id, agent))))
            .ToHashSet();
        foreach (var pair in _since.Keys.Where(pair => !pairs.Contains(pair)).ToList())
        {
            _since.Remove(pair);
        }

        foreach (var pair in pairs)
        {
            if (_since.TryAdd(pair, now) || now - _since[pair] <= Tick || found.Count > 20)
            {
                continue;
            }

            found.Add($"{now:yyyy-MM-dd HH:mm:ss} {pair.agent} is free, and {pair.Id} waits since {_since[pair]:HH:mm:ss}.");
        }

        return false;
    }

    private bool IsOpen(WaitingView waiting, DateTimeOffset now) =>
        waiting is { Winner: null, Ringing.Count: 0 }
        && !(waiting.Item.NotBefore > now)
        && (waiting.Item.Lines is null || box.Live.Current.Lines.Values.Any(line => line.Status == LineStatus.Idle))
        && (waiting.Item.Prefer is null || now - waiting.Item.EnteredAt > waiting.Item.PreferFor);

    private IEnumerable<string> FreeFor(QueueConfig queue, WorkItem item, DateTimeOffset now)
    {
        // The wait of what is put off to a time counts from then.
        var waited = now - (item.NotBefore > item.EnteredAt ? item.NotBefore.Value : item.EnteredAt);
        return from member in queue.Agents
               where member.After <= waited
               let agent = box.Queues.Engine.Agent(member.Agent)
               where agent is { State: AgentState.Available } && agent.RestUntil <= now
               where queue.Skills.All(skill => IsGoodEnough(queue, member.Agent, skill, waited))
               select member.Agent;
    }

    private static bool IsGoodEnough(QueueConfig queue, string agent, string skill, TimeSpan waited) =>
        Site.Agents[agent].Skills.FirstOrDefault(one => one.Skill == skill) is { } level
        && (queue.Widen is not { } widen || level.Level <= 1 + (int)(waited / widen));
}
