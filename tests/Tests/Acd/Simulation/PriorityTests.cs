using Switchhook.Acd.Theory;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>Two kinds of callers before the same agents, against what theory says of either kind.</summary>
/// <remarks>
/// Both kinds need an agent for equally long times, so whatever the order, the mean wait of all is that of M/M/c (conservation law).
/// With weights b1 > b2 a caller of the second kind who has waited t is passed by those of the first who come within t·b2/b1 less: they
/// come at (1 − b2/b1) of their rate while he waits. So W2 = W / (1 − ρ1·(1 − b2/b1)), where W is the wait of M/M/c and ρ1 the first
/// kind's part of the agents' time; W1 follows from conservation (L. Kleinrock's delay-dependent priority, 1964). Waits of M/M/c while all
/// agents are busy are those of one agent who is c times as fast, so it holds for c agents too.
/// </remarks>
[Trait("Length", "long")]
public sealed class PriorityTests
{
    private const int Seeds = 4;
    private const int Calls = 200_000;

    [Theory]
    [InlineData(16, 180, 1, 0.5, 2, 1)]
    [InlineData(16, 180, 1, 0.3, 5, 1)]
    [InlineData(16, 180, 1, 0.5, 1, 1)]
    [InlineData(45, 180, 3, 0.5, 3, 1)]
    public void Weights_of_queues_share_the_waits_as_Kleinrock_says(
        double calls, double seconds, int agents, double share, int first, int second)
    {
        var load = new ErlangRow(calls, seconds, agents);
        var all = new ErlangC(load.Load, agents).MeanWait;
        var slower = all / (1 - (load.Utilisation * share * (1 - ((double)second / first))));
        var faster = (all - ((1 - share) * slower)) / share;

        var waits = PriorityRun.Of(load, share, (first, second), TimeSpan.Zero, Seeds, Calls);

        Assert.InRange(waits.All / all, 0.95, 1.05);
        Assert.InRange(waits.First / faster, 0.95, 1.05);
        Assert.InRange(waits.Second / slower, 0.94, 1.06);
        Assert.InRange(waits.Second / waits.First / (slower / faster), 0.97, 1.03);
    }

    [Theory]
    [InlineData(16, 180, 1, 0.5)]
    [InlineData(45, 180, 3, 0.3)]
    public void A_head_start_longer_than_any_wait_is_a_strict_priority(double calls, double seconds, int agents, double share)
    {
        // A. Cobham, 1954: who has priority is passed by nobody but waits for the call that is going on.
        var load = new ErlangRow(calls, seconds, agents);
        var all = new ErlangC(load.Load, agents).MeanWait;
        var faster = all * (1 - load.Utilisation) / (1 - (load.Utilisation * share));
        var slower = all / (1 - (load.Utilisation * share));

        var waits = PriorityRun.Of(load, share, (1, 1), TimeSpan.FromDays(1), Seeds, Calls);

        Assert.InRange(waits.All / all, 0.95, 1.05);
        Assert.InRange(waits.First / faster, 0.97, 1.03);
        Assert.InRange(waits.Second / slower, 0.94, 1.06);
    }

    [Fact]
    public void A_head_start_moves_waits_from_one_kind_to_the_other_and_makes_none()
    {
        var load = new ErlangRow(16, 180, 1);
        var all = new ErlangC(load.Load, 1).MeanWait;
        var strict = all * (1 - load.Utilisation) / (1 - (load.Utilisation * 0.5));
        var before = all;
        foreach (var minutes in (double[])[1, 5, 15])
        {
            var headStart = TimeSpan.FromMinutes(minutes);
            var waits = PriorityRun.Of(load, 0.5, (1, 1), headStart, Seeds, Calls / 2);

            Assert.InRange(waits.All / all, 0.93, 1.07);
            Assert.InRange(waits.First, strict, before);

            // Nobody is passed by more than what came in the head start: the waits are at most so far apart.
            Assert.InRange(waits.Second - waits.First, 0, headStart.TotalSeconds);
            before = waits.First;
        }
    }
}
