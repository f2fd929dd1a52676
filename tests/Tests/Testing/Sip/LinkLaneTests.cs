using Switchhook.Testing.Sip.Network;

namespace Switchhook.Tests.Testing.Sip;

public sealed class LinkLaneTests
{
    private static readonly TimeSpan Packet = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void Without_faults_each_packet_goes_on_at_once() =>
        Assert.All(Pass(new LinkFaults(), 100), one => Assert.Equal(one.Came, Assert.Single(one.Due)));

    [Fact]
    public void Random_loss_has_its_share_and_replays_from_its_seed()
    {
        var faults = new LinkFaults { Loss = 0.02 };
        var lost = Pass(faults, 10_000).Select(one => one.Due.Count == 0).ToList();

        Assert.InRange(lost.Count(one => one), 150, 250);
        Assert.Equal(lost, Pass(faults, 10_000).Select(one => one.Due.Count == 0));
    }

    [Fact]
    public void Each_tenth_is_lost() => Assert.Equal(
        [9, 19, 29],
        Pass(new LinkFaults { LosesEach = 10 }, 30).Index().Where(one => one.Item.Due.Count == 0).Select(one => one.Index));

    [Fact]
    public void Jitter_delays_within_its_bounds_and_keeps_the_order()
    {
        var passed = Pass(new LinkFaults { Delay = Packet, Jitter = 2 * Packet }, 1000);

        Assert.All(passed, one => Assert.InRange(one.Due[0] - one.Came, Packet, 3 * Packet));
        Assert.All(passed.Zip(passed.Skip(1)), pair => Assert.True(pair.First.Due[0] <= pair.Second.Due[0]));
        Assert.InRange(passed.Average(one => (one.Due[0] - one.Came).TotalMilliseconds), 38, 50);
    }

    [Fact]
    public void A_packet_that_is_overtaken_comes_after_those_that_followed_it()
    {
        var passed = Pass(new LinkFaults { Reorders = 0.1 }, 1000);
        var late = passed.Where(one => one.Due[0] > one.Came).ToList();

        Assert.InRange(late.Count, 70, 130);
        Assert.All(late, one => Assert.Equal(TimeSpan.FromMilliseconds(50), one.Due[0] - one.Came));
    }

    [Fact]
    public void Duplicates_come_twice_and_a_cut_cable_passes_nothing()
    {
        Assert.InRange(Pass(new LinkFaults { Duplicates = 0.1 }, 1000).Count(one => one.Due.Count == 2), 70, 130);
        Assert.All(Pass(new LinkFaults { IsCut = true, Duplicates = 1 }, 10), one => Assert.Empty(one.Due));
    }

    [Fact]
    public void All_is_counted()
    {
        var lane = new LinkLane(new Random(1)) { Faults = new LinkFaults { LosesEach = 4, Duplicates = 1, Reorders = 1 } };
        for (var i = 0; i < 8; i++)
        {
            lane.Take(i * Packet);
        }

        Assert.Equal(new LinkCounts(8, 2, 6, 6), lane.Counts);
    }

    private static List<(TimeSpan Came, IReadOnlyList<TimeSpan> Due)> Pass(LinkFaults faults, int packets)
    {
        var lane = new LinkLane(new Random(7)) { Faults = faults };
        return [.. Enumerable.Range(0, packets).Select(n => n * Packet).Select(came => (came, lane.Take(came)))];
    }
}
