using Switchhook.Acd.Theory;
using Switchhook.Tests.Acd.Erlang;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>The engine against queueing theory: 5 × 200 000 calls for each row of the reference table (FEATURES.md §5.6).</summary>
[Trait("Length", "long")]
public sealed class ErlangTests
{
    private const int Seeds = 5;
    private const int Calls = 200_000;
    private static readonly TimeSpan T = TimeSpan.FromSeconds(20);

    [Fact]
    public void Small_queues_without_abandonment_wait_as_in_the_table() => CheckTable(row => row is { Model: "C", Agents: <= 5 });

    [Fact]
    public void Bigger_queues_without_abandonment_wait_as_in_the_table() => CheckTable(row => row is { Model: "C", Agents: > 5 });

    [Fact]
    public void Queues_with_abandonment_lose_as_many_as_in_the_table() => CheckTable(row => row.Model == "A");

    [Theory]
    [InlineData(10, 180, 1, 0.5)]
    [InlineData(20, 180, 2, 0.530)]
    [InlineData(60, 240, 5, 0.533)]
    [InlineData(100, 180, 6, 0.518)]
    [InlineData(100, 180, 8, 0.576)]
    [InlineData(200, 300, 20, 0.534)]
    public void Calls_of_one_length_wait_about_half_as_long(double calls, double seconds, int agents, double ratio)
    {
        var row = new ErlangRow(calls, seconds, agents) { IsFixedTalk = true };
        var exponential = new ErlangC(row.Load, agents).MeanWait;
        var wait = ErlangRuns.Of([row], 4, Calls)[0].SpeedOfAnswer;

        // For one agent the ratio is a theorem; the others were measured once, with a spread of their own.
        Assert.InRange(wait / exponential, ratio * (agents == 1 ? 0.98 : 0.94), ratio * (agents == 1 ? 1.02 : 1.06));
    }

    [Fact]
    public void A_line_that_is_held_while_waiting_bounds_the_queue()
    {
        ErlangRow[] rows =
        [
            new(30, 180, 2) { Lines = 4 },
            new(60, 240, 5) { Lines = 8 },
            new(100, 180, 6) { Lines = 10 },
            new(120, 240, 6) { Lines = 9 },
        ];
        var found = new ErlangFindings();
        foreach (var (row, runs) in rows.Zip(ErlangRuns.Of(rows, Seeds, 100_000)))
        {
            var queue = new FiniteQueueModel(row.Load, row.Agents, row.Lines!.Value);
            var admitted = 1 - runs.Blocking;
            found.Near(row, "blocking", queue.Blocking, runs.Blocking, 0.004);
            found.Near(row, "P(wait)", queue.WaitProbability, runs.WaitProbability / admitted, 0.008);
            found.Near(row, "ASA", queue.AverageSpeedOfAnswer, runs.SpeedOfAnswer, 0.03 * queue.MeanWait);
            found.Near(row, "service level", queue.ServiceLevel(T), runs.ServiceLevel / admitted, 0.008);
            found.Near(row, "occupancy", queue.Occupancy, runs.Occupancy, 0.01);
        }

        found.AssertNone();
    }

    private static void CheckTable(Predicate<ReferenceRow> isChosen)
    {
        var table = ReferenceRow.All.Where(row => isChosen(row)).ToList();
        var rows = table.ConvertAll(ErlangRow.Of);
        var found = new ErlangFindings();
        foreach (var (row, runs) in table.Zip(ErlangRuns.Of(rows, Seeds, Calls)))
        {
            var what = ErlangRow.Of(row);
            ErlangChecks.Check(found, what, row, runs);
        }

        found.AssertNone();
    }
}
