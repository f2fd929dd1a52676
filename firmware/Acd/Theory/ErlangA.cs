namespace Switchhook.Acd.Theory;

/// <summary>
/// A queue whose callers lose patience (M/M/c+M, Palm 1957). What is said of waits is exact: who finds k callers ahead waits for k + 1
/// departures at rates cµ + kθ … cµ, so that e^(−θ·wait) has a beta distribution with parameters cµ/θ and k + 1.
/// </summary>
public sealed class ErlangA : IQueueModel
{
    private readonly BirthDeath _calls;
    private readonly double _serviceRate;
    private readonly double _leaveRate;

    /// <summary>Calculates a queue.</summary>
    /// <param name="load">The work that comes.</param>
    /// <param name="agents">Agents, 1 to 10 000.</param>
    /// <param name="patience">How long callers would wait on average, if nobody answered; 1 s to a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds, or more than 100 000 callers would wait.</exception>
    public ErlangA(QueueLoad load, int agents, TimeSpan patience)
    {
        Agents = TheoryBounds.Servers(agents, 1);
        _leaveRate = 1 / TheoryBounds.Duration(patience).TotalSeconds;
        _serviceRate = agents * load.ServiceRate;
        var waiting = (load.ArrivalRate - _serviceRate) / _leaveRate;
        if (waiting > TheoryBounds.MostWaiting)
        {
            throw new ArgumentOutOfRangeException(
                nameof(patience), patience, $"More than {TheoryBounds.MostWaiting} callers would wait: take more agents.");
        }

        var peak = waiting < 0 ? (int)Math.Min(load.Erlangs, agents) : agents + (int)waiting;
        _calls = new BirthDeath(
            load.ArrivalRate, n => n <= agents ? n * load.ServiceRate : _serviceRate + ((n - agents) * _leaveRate), peak, null);

        double busyAgents = 0, answeredWait = 0, waitOfNext = 0;
        for (var n = 0; n <= _calls.Last; n++)
        {
            busyAgents += Math.Min(n, agents) * _calls[n];
            if (n >= agents)
            {
                var ahead = n - agents;
                WaitProbability += _calls[n];
                QueueLength += ahead * _calls[n];
                waitOfNext += 1 / (_serviceRate + ((ahead + 1) * _leaveRate));
                answeredWait += _calls[n] * AnsweredShare(ahead) * waitOfNext;
            }
        }

        Occupancy = busyAgents / agents;
        MeanWait = load.CallsPerHour > 0 ? QueueLength / load.ArrivalRate : 0;
        AbandonProbability = MeanWait * _leaveRate;
        AverageSpeedOfAnswer = answeredWait / (1 - AbandonProbability);
    }

    /// <inheritdoc/>
    public int Agents { get; }

    /// <inheritdoc/>
    public double WaitProbability { get; }

    /// <inheritdoc/>
    public double AbandonProbability { get; }

    /// <inheritdoc/>
    public double AverageSpeedOfAnswer { get; }

    /// <inheritdoc/>
    public double MeanWait { get; }

    /// <inheritdoc/>
    public double QueueLength { get; }

    /// <inheritdoc/>
    public double Occupancy { get; }

    /// <inheritdoc/>
    public double ServiceLevel(TimeSpan within)
    {
        var patiencesGone = TheoryBounds.Limit(within).TotalSeconds * _leaveRate;
        var agentsAndSelf = (_serviceRate / _leaveRate) + 1;

        // The beta's tail with an integer parameter is a negative binomial's: the chance of k departures of those ahead within the time,
        // seen from one who is answered. Its logarithm, because the chance of none is too small for a number when the time is long.
        var logChance = -patiencesGone * agentsAndSelf;
        var logStep = Math.Log(-double.ExpM1(-patiencesGone));
        double level = 1 - WaitProbability, atMost = 0;
        for (var n = Agents; n <= _calls.Last; n++)
        {
            var ahead = n - Agents;
            atMost += Math.Exp(logChance);
            level += _calls[n] * AnsweredShare(ahead) * Math.Max(0, 1 - atMost);
            logChance += logStep + Math.Log((ahead + agentsAndSelf) / (ahead + 1));
        }

        return Math.Clamp(level, 0, 1);
    }

    // Of those who find so many waiting, the share that is patient enough.
    private double AnsweredShare(int ahead) => _serviceRate / (_serviceRate + ((ahead + 1) * _leaveRate));
}
