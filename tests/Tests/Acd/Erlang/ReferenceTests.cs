using Switchhook.Acd.Theory;

namespace Switchhook.Tests.Acd.Erlang;

/// <summary>The formulas against a table of exact values and of a simulation that knows none of them.</summary>
public sealed class ReferenceTests
{
    private const double Repetitions = 5;
    private static readonly TimeSpan T = TimeSpan.FromSeconds(20);

    public static TheoryData<int> Without => Rows("C");

    public static TheoryData<int> With => Rows("A");

    [Theory]
    [MemberData(nameof(Without))]
    public void A_queue_without_abandonment_is_as_in_the_table(int index)
    {
        var row = ReferenceRow.All[index];
        var load = Load(row);
        var queue = new ErlangC(load, row.Agents);

        Same(row, "p_wait", queue.WaitProbability);
        Same(row, "mean_wait_s", queue.MeanWait);
        Same(row, "sl20", queue.ServiceLevel(T));
        Same(row, "queue_len", queue.QueueLength);
        Same(row, "occupancy", queue.Occupancy);
        Same(row, "load", queue.Occupancy);
        Assert.Equal((0, queue.MeanWait), (queue.AbandonProbability, queue.AverageSpeedOfAnswer));

        var deviations = new[]
        {
            Deviation(row["sim_pwait"], queue.WaitProbability, row["sd_pwait"]),
            Deviation(row["sim_asa_s"], queue.AverageSpeedOfAnswer, row["sd_asa"]),
            Deviation(row["sim_sl20"], queue.ServiceLevel(T), row["sd_sl20"]),
        };
        Assert.InRange(deviations.Max(), row["max_abs_z"] - 0.05, row["max_abs_z"] + 0.05);
    }

    [Theory]
    [MemberData(nameof(With))]
    public void A_queue_with_abandonment_is_as_in_the_table(int index)
    {
        var row = ReferenceRow.All[index];
        var queue = new ErlangA(Load(row), row.Agents, row.Seconds("mean_patience_s"));

        Same(row, "p_wait", queue.WaitProbability);
        Same(row, "p_abandon", queue.AbandonProbability);
        Same(row, "mean_wait_s", queue.MeanWait);
        Same(row, "sl20", queue.ServiceLevel(T));
        Same(row, "queue_len", queue.QueueLength);
        Same(row, "occupancy", queue.Occupancy);
        Assert.InRange(Math.Abs(row["sim_sl20"] - queue.ServiceLevel(T)), 0, 3 * row["sd_sl20"]);
        Assert.InRange(queue.WaitProbability / row["sim_pwait"], 0.985, 1.015);
        Assert.InRange(queue.AverageSpeedOfAnswer / row["sim_asa_s"], 0.97, 1.03);
    }

    [Fact]
    public void Traffic_and_lost_calls_are_as_in_the_table() => Assert.All(ReferenceRow.All, row =>
    {
        Same(row, "erlangs", Load(row).Erlangs);
        Same(row, "erlang_b", ErlangB.Blocking(Load(row).Erlangs, row.Agents));
        Same(row, "load", Load(row).Erlangs / row.Agents);
    });

    private static QueueLoad Load(ReferenceRow row) => new(row["calls_per_h"], row.Seconds("aht_s"));

    // The table has eight digits.
    private static void Same(ReferenceRow row, string column, double value) =>
        Assert.InRange(value, row[column] * (1 - 1e-7), row[column] * (1 + 1e-7));

    private static double Deviation(double simulated, double exact, double spread) =>
        Math.Abs(simulated - exact) / (spread / Math.Sqrt(Repetitions));

    private static TheoryData<int> Rows(string model) =>
        [.. Enumerable.Range(0, ReferenceRow.All.Count).Where(index => ReferenceRow.All[index].Model == model)];
}
