namespace Switchhook.Acd.Theory;

/// <summary>What a queue should reach, such as 80 % of the calls answered within 20 seconds.</summary>
public sealed record StaffingTarget
{
    /// <summary>Sets a target.</summary>
    /// <param name="share">Share of calls to answer in time, between 0 and 1.</param>
    /// <param name="within">The time, 0 s to a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds.</exception>
    public StaffingTarget(double share, TimeSpan within)
    {
        Share = TheoryBounds.Share(share);
        Within = TheoryBounds.Limit(within);
    }

    /// <summary>80 % within 20 seconds.</summary>
    public static StaffingTarget Usual { get; } = new(0.8, TimeSpan.FromSeconds(20));

    /// <summary>Share of calls to answer in time.</summary>
    public double Share { get; }

    /// <summary>The time to answer within.</summary>
    public TimeSpan Within { get; }

    /// <summary>Fewest agents that reach the target when nobody leaves the queue.</summary>
    public int AgentsFor(QueueLoad load) => Fewest(agents => new ErlangC(load, agents));

    /// <summary>Fewest agents that reach the target when callers lose patience; those that leave count as not answered in time.</summary>
    /// <param name="load">The work that comes.</param>
    /// <param name="patience">How long callers would wait on average, if nobody answered; 1 s to a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">Patience is out of bounds.</exception>
    public int AgentsFor(QueueLoad load, TimeSpan patience)
    {
        TheoryBounds.Duration(patience);

        // Below these the queue is longer than can be summed, and far from any target.
        var fewest = load.Erlangs - (TheoryBounds.MostWaiting / patience.TotalSeconds * load.HandleTime.TotalSeconds);
        return Fewest(agents => new ErlangA(load, agents, patience), Math.Max(1, (int)Math.Floor(fewest) + 1));
    }

    // More agents never answer fewer calls in time, so that halving finds the first that is enough.
    private int Fewest(Func<int, IQueueModel> model, int fewest = 1)
    {
        var (tooFew, enough) = (fewest - 1, fewest);
        while (!Reached(enough))
        {
            (tooFew, enough) = (enough, enough * 2);
        }

        while (enough - tooFew > 1)
        {
            var middle = (tooFew + enough) / 2;
            (tooFew, enough) = Reached(middle) ? (tooFew, middle) : (middle, enough);
        }

        return enough;

        bool Reached(int agents) => model(agents).ServiceLevel(Within) >= Share;
    }
}
