namespace Switchhook.Acd.Theory;

/// <summary>
/// A queue in which everybody waits (M/M/c). With as many erlangs as agents or more the queue only grows: all wait, nobody in time.
/// </summary>
public sealed class ErlangC : IQueueModel
{
    private readonly QueueLoad _load;

    /// <summary>Calculates a queue.</summary>
    /// <param name="load">The work that comes.</param>
    /// <param name="agents">Agents, 1 to 10 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many agents.</exception>
    public ErlangC(QueueLoad load, int agents)
    {
        _load = load;
        Agents = TheoryBounds.Servers(agents, 1);
        Occupancy = Math.Min(1, load.Erlangs / agents);
        var blocking = ErlangB.Blocking(load.Erlangs, agents);
        WaitProbability = IsStable ? blocking / (1 - (Occupancy * (1 - blocking))) : 1;
    }

    /// <summary>The agents can do the work: the queue does not grow for ever.</summary>
    public bool IsStable => _load.Erlangs < Agents;

    /// <inheritdoc/>
    public int Agents { get; }

    /// <inheritdoc/>
    public double WaitProbability { get; }

    /// <inheritdoc/>
    public double AbandonProbability => 0;

    /// <inheritdoc/>
    public double AverageSpeedOfAnswer => IsStable ? WaitProbability * MeanWaitOfWaiting : double.PositiveInfinity;

    /// <inheritdoc/>
    public double MeanWait => AverageSpeedOfAnswer;

    /// <summary>Mean wait of those who find no agent free, in seconds; infinite when the queue only grows.</summary>
    public double MeanWaitOfWaiting =>
        IsStable ? _load.HandleTime.TotalSeconds / (Agents - _load.Erlangs) : double.PositiveInfinity;

    /// <inheritdoc/>
    public double QueueLength => IsStable ? _load.ArrivalRate * MeanWait : double.PositiveInfinity;

    /// <inheritdoc/>
    public double Occupancy { get; }

    /// <inheritdoc/>
    public double ServiceLevel(TimeSpan within)
    {
        TheoryBounds.Limit(within);
        return IsStable ? 1 - (WaitProbability * Math.Exp(-within.TotalSeconds / MeanWaitOfWaiting)) : 0;
    }
}
