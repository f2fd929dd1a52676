namespace Switchhook.Acd.Theory;

/// <summary>
/// A queue that can hold no more calls than there are lines (M/M/c/K): a waiting caller keeps a line, and who finds none hears busy from
/// the exchange. All but <see cref="Blocking"/> is said of the calls that get in, because the box sees no others.
/// </summary>
public sealed class FiniteQueueModel : IQueueModel
{
    private readonly BirthDeath _calls;
    private readonly double _serviceRate;
    private readonly double _admitted;
    private readonly int _lines;

    /// <summary>Calculates a queue.</summary>
    /// <param name="load">The work that comes, those who find all lines busy among it.</param>
    /// <param name="agents">Agents, 1 to 10 000.</param>
    /// <param name="lines">Lines: as many as agents, to 10 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds.</exception>
    public FiniteQueueModel(QueueLoad load, int agents, int lines)
    {
        Agents = TheoryBounds.Servers(agents, 1);
        _lines = TheoryBounds.Servers(lines, agents);
        _serviceRate = agents * load.ServiceRate;
        var peak = load.Erlangs < agents ? (int)load.Erlangs : lines;
        _calls = new BirthDeath(load.ArrivalRate, n => Math.Min(n, agents) * load.ServiceRate, peak, lines);
        Blocking = _calls[lines];

        double busyAgents = 0, waiting = 0;
        for (var n = 0; n <= lines; n++)
        {
            busyAgents += Math.Min(n, agents) * _calls[n];
            QueueLength += Math.Max(0, n - agents) * _calls[n];
            waiting += n >= agents && n < lines ? _calls[n] : 0;
        }

        // Summed, and not 1 − Blocking: of a load far above the lines hardly any call gets in.
        _admitted = Enumerable.Range(0, lines).Sum(n => _calls[n]);
        WaitProbability = waiting / _admitted;
        Occupancy = busyAgents / agents;
        MeanWait = load.CallsPerHour > 0 ? QueueLength / (busyAgents * load.ServiceRate) : 0;
    }

    /// <summary>Share of all calls that find every line busy.</summary>
    public double Blocking { get; }

    /// <inheritdoc/>
    public int Agents { get; }

    /// <inheritdoc/>
    public double WaitProbability { get; }

    /// <inheritdoc/>
    public double AbandonProbability => 0;

    /// <inheritdoc/>
    public double AverageSpeedOfAnswer => MeanWait;

    /// <inheritdoc/>
    public double MeanWait { get; }

    /// <inheritdoc/>
    public double QueueLength { get; }

    /// <inheritdoc/>
    public double Occupancy { get; }

    /// <inheritdoc/>
    public double ServiceLevel(TimeSpan within)
    {
        // Who finds k callers ahead is answered in time when k + 1 calls end in it, and calls end as a Poisson stream while all are busy.
        var ends = TheoryBounds.Limit(within).TotalSeconds * _serviceRate;
        var logChance = -ends;
        double level = 1 - WaitProbability, atMost = 0;
        for (var n = Agents; n < _lines; n++)
        {
            var ahead = n - Agents;
            atMost += Math.Exp(logChance);
            level += _calls[n] / _admitted * Math.Max(0, 1 - atMost);
            logChance += Math.Log(ends / (ahead + 1));
        }

        return Math.Clamp(level, 0, 1);
    }
}
