using Switchhook.Tests.Acd.Erlang;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary><see cref="ErlangTests"/> with a few rows and one short run each: an engine that is wrong shows it here at once.</summary>
public sealed class QuickErlangTests
{
    [Fact]
    public void Waits_and_losses_of_a_short_run_are_near_the_table()
    {
        var table = ReferenceRow.All.Where(row => (row["calls_per_h"], row.Agents) is (20, 3) or (60, 6) or (100, 8) or (60, 4)).ToList();
        Assert.Equal(["C", "C", "C", "C", "A"], table.Select(row => row.Model));
        var found = new ErlangFindings();
        foreach (var (row, runs) in table.Zip(ErlangRuns.Of(table.ConvertAll(ErlangRow.Of), 1, 40_000)))
        {
            ErlangChecks.Check(found, ErlangRow.Of(row), row, runs);
        }

        found.AssertNone();
    }
}
