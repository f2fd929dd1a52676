namespace Switchhook.Acd.Theory;

/// <summary>What to expect of a queue that is served in order of arrival, in the long run. Shares are 0 to 1, times are seconds.</summary>
public interface IQueueModel
{
    /// <summary>Agents who serve.</summary>
    int Agents { get; }

    /// <summary>Share of calls that find no agent free.</summary>
    double WaitProbability { get; }

    /// <summary>Share of calls that leave before they are answered.</summary>
    double AbandonProbability { get; }

    /// <summary>Mean wait of the answered (ASA), in seconds; infinite when the queue only grows.</summary>
    double AverageSpeedOfAnswer { get; }

    /// <summary>Mean wait of all calls, those that leave among them, in seconds; infinite when the queue only grows.</summary>
    double MeanWait { get; }

    /// <summary>Mean number of waiting calls; infinite when the queue only grows.</summary>
    double QueueLength { get; }

    /// <summary>Share of their time in which agents are busy.</summary>
    double Occupancy { get; }

    /// <summary>Share of calls that are answered within a time.</summary>
    /// <param name="within">0 s to a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of bounds.</exception>
    double ServiceLevel(TimeSpan within);
}
