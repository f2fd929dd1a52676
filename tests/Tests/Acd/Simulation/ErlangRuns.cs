namespace Switchhook.Tests.Acd.Simulation;

/// <summary>Several runs of one load together.</summary>
/// <param name="runs">All of the same load.</param>
internal sealed class ErlangRuns(IReadOnlyList<ErlangRun> runs)
{
    public double Offered => runs.Sum(run => (double)run.Offered);

    /// <summary>Share of all calls that wait, as the table counts.</summary>
    public double WaitProbability => runs.Sum(run => run.Waited) / Offered;

    public double AbandonProbability => runs.Sum(run => run.Abandoned) / Offered;

    public double Blocking => runs.Sum(run => run.Blocked) / Offered;

    /// <summary>Seconds, of those who were answered.</summary>
    public double SpeedOfAnswer => runs.Sum(run => run.WaitOfAnswered) / runs.Sum(run => (double)run.Answered);

    /// <summary>Seconds, of all.</summary>
    public double MeanWait => runs.Sum(run => run.WaitOfAll) / Offered;

    /// <summary>Of all, as the table counts.</summary>
    public double ServiceLevel => runs.Sum(run => run.InTime) / Offered;

    public double Occupancy => runs.Average(run => run.Occupancy);

    /// <summary>Plays loads with the seeds 1, 2 …, on all cores; the longest first.</summary>
    public static IReadOnlyList<ErlangRuns> Of(IReadOnlyList<ErlangRow> rows, int seeds, int calls)
    {
        var runs = new ErlangRun[rows.Count * seeds];
        var jobs = Enumerable.Range(0, runs.Length).OrderByDescending(job => rows[job / seeds].Agents).ToList();
        Parallel.ForEach(
            jobs,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            job => runs[job] = new ErlangRun(rows[job / seeds], calls, 1 + (job % seeds)));
        return [.. runs.Chunk(seeds).Select(some => new ErlangRuns(some))];
    }
}
