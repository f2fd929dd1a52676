using System.Collections.Immutable;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues.Board;

/// <summary>Which queues agents answer who were moved from those that the site file gives them. Immutable.</summary>
public sealed class Assignments
{
    /// <summary>All answer the queues of the site file.</summary>
    public static readonly Assignments None = new(
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, ImmutableSortedSet<string>> _moved;

    private Assignments(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> moved) => _moved = moved;

    /// <summary>An agent answers other queues from now on.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queues">The queues; null for those of the site file.</param>
    public Assignments With(string agent, IEnumerable<string>? queues) => new(
        queues is null ? _moved.Remove(agent) : _moved.SetItem(agent, queues.ToImmutableSortedSet(StringComparer.Ordinal)));

    /// <summary>True for an agent who was moved, and whose queues the site has yet.</summary>
    public bool IsMoved(SiteModel site, string agent) => MovedTo(site, agent) is not null;

    /// <summary>The queues that an agent answers, in order of names.</summary>
    public IEnumerable<string> QueuesOf(SiteModel site, string agent) => MovedTo(site, agent)
        ?? site.Queues.Values.Where(queue => queue.Agents.Any(one => one.Agent == agent)).Select(queue => queue.Name);

    /// <summary>Who answers a queue: those of the site file first, in its order.</summary>
    public IEnumerable<QueueAgent> AgentsOf(SiteModel site, QueueConfig queue)
    {
        var own = queue.Agents.Where(one => MovedTo(site, one.Agent)?.Contains(queue.Name) != false);
        var others = _moved.Keys.Where(agent => site.Agents.ContainsKey(agent)
            && queue.Agents.All(one => one.Agent != agent)
            && MovedTo(site, agent)?.Contains(queue.Name) == true);
        return own.Concat(others.Select(agent => new QueueAgent(agent, TimeSpan.Zero)));
    }

    /// <summary>A site whose queues have the agents that answer them now; possibly none.</summary>
    public SiteModel Of(SiteModel site) => _moved.IsEmpty ? site : site with
    {
        Queues = site.Queues.SetItems(site.Queues.Values.Select(queue =>
            KeyValuePair.Create(queue.Name, queue with { Agents = [.. AgentsOf(site, queue)] }))),
    };

    // Null when not moved; who was moved to queues that are all gone is back where the site file says.
    private ImmutableSortedSet<string>? MovedTo(SiteModel site, string agent) =>
        _moved.TryGetValue(agent, out var queues) && queues.Intersect(site.Queues.Keys) is { IsEmpty: false } known ? known : null;
}
