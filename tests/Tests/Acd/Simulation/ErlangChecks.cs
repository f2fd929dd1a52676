using Switchhook.Tests.Acd.Erlang;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>
/// What a row of the reference table allows: four times the spread of one run of 180 000 counted calls that stands there, less for more
/// calls. Where the table has no spread (queues with abandonment, whose callers leave before waits can pile up) it is a share.
/// </summary>
internal static class ErlangChecks
{
    private const double Spreads = 4;
    private const double CallsOfSpread = 180_000;

    public static void Check(ErlangFindings found, ErlangRow what, ReferenceRow row, ErlangRuns runs)
    {
        var fewer = Math.Sqrt(CallsOfSpread / runs.Offered);
        found.Near(what, "service level", row["sl20"], runs.ServiceLevel, Spreads * row["sd_sl20"] * fewer);
        if (row.Model == "C")
        {
            found.Near(what, "P(wait)", row["p_wait"], runs.WaitProbability, Spreads * row["sd_pwait"] * fewer);
            found.Near(what, "ASA", row["mean_wait_s"], runs.SpeedOfAnswer, Spreads * row["sd_asa"] * fewer);
            found.Near(what, "occupancy", row["occupancy"], runs.Occupancy, 0.02 * fewer);
        }
        else
        {
            found.Near(what, "P(wait)", row["p_wait"], runs.WaitProbability, 0.03 * fewer * row["p_wait"]);
            found.Near(what, "P(abandon)", row["p_abandon"], runs.AbandonProbability, 0.06 * fewer * row["p_abandon"]);
            found.Near(what, "wait of all", row["mean_wait_s"], runs.MeanWait, 0.06 * fewer * row["mean_wait_s"]);
            found.Near(what, "ASA", row["sim_asa_s"], runs.SpeedOfAnswer, 0.08 * fewer * row["sim_asa_s"]);
            found.Near(what, "occupancy", row["occupancy"], runs.Occupancy, 0.02 * fewer);
        }
    }
}
