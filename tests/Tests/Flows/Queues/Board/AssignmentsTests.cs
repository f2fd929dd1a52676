using System.Collections.Immutable;
using Switchhook.Flows.Queues.Board;
using Switchhook.Site;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues.Board;

/// <summary>Agents who were moved between queues.</summary>
public sealed class AssignmentsTests
{
    private static readonly SiteModel Site = Sites.Clinic() with
    {
        Agents = Named(agent => new AgentConfig(agent, agent, "11"), "ana", "bo", "chen"),
        Queues = ImmutableSortedDictionary<string, QueueConfig>.Empty
            .Add("desk", new QueueConfig("desk", [new QueueAgent("bo", TimeSpan.FromSeconds(20)), new QueueAgent("ana", TimeSpan.Zero)]))
            .Add("sales", new QueueConfig("sales", [new QueueAgent("chen", TimeSpan.Zero)])),
    };

    [Fact]
    public void Who_was_not_moved_answers_the_queues_of_the_site_file()
    {
        Assert.Same(Site, Assignments.None.Of(Site));
        Assert.Equal(["desk"], Assignments.None.QueuesOf(Site, "ana"));
        Assert.False(Assignments.None.IsMoved(Site, "ana"));
    }

    [Fact]
    public void Who_was_moved_comes_after_those_of_the_site_file_and_others_keep_their_place()
    {
        var moved = Assignments.None.With("ana", ["sales"]).With("chen", ["desk", "sales"]);

        Assert.Equal(["bo after 20", "chen after 0"], AgentsOf(moved, "desk"));
        Assert.Equal(["chen after 0", "ana after 0"], AgentsOf(moved, "sales"));
        Assert.Equal(["sales"], moved.QueuesOf(Site, "ana"));
        Assert.True(moved.IsMoved(Site, "ana"));
    }

    [Fact]
    public void The_way_back_is_the_site_file()
    {
        var back = Assignments.None.With("ana", ["sales"]).With("ana", null);

        Assert.Same(Site, back.Of(Site));
        Assert.False(back.IsMoved(Site, "ana"));
    }

    [Fact]
    public void Queues_and_agents_that_are_gone_are_forgotten_and_nobody_is_left_without_a_queue()
    {
        var moved = Assignments.None.With("ana", ["gone"]).With("bo", ["gone", "sales"]).With("dee", ["desk"]);

        Assert.Equal(["desk"], moved.QueuesOf(Site, "ana"));
        Assert.False(moved.IsMoved(Site, "ana"));
        Assert.Equal(["sales"], moved.QueuesOf(Site, "bo"));
        Assert.Equal(["ana after 0"], AgentsOf(moved, "desk"));
        Assert.Equal(["chen after 0", "bo after 0"], AgentsOf(moved, "sales"));
    }

    private static IEnumerable<string> AgentsOf(Assignments assignments, string queue) =>
        assignments.Of(Site).Queues[queue].Agents.Select(agent => $"{agent.Agent} after {agent.After.TotalSeconds:0}");

    private static ImmutableSortedDictionary<string, AgentConfig> Named(Func<string, AgentConfig> make, params string[] names) =>
        names.ToImmutableSortedDictionary(name => name, make, StringComparer.Ordinal);
}
