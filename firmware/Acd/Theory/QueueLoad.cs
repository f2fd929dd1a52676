namespace Switchhook.Acd.Theory;

/// <summary>The work that comes to a queue. Calls come at random (Poisson) and last as chance will (exponential).</summary>
public sealed record QueueLoad
{
    /// <summary>Most traffic that is calculated, in erlangs.</summary>
    public const double MostErlangs = TheoryBounds.MostErlangs;

    /// <summary>Describes a load.</summary>
    /// <param name="callsPerHour">Calls that are offered in an hour; 0 for none.</param>
    /// <param name="handleTime">Mean time one call takes of an agent: talk, hold and wrap-up; 1 s to a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds, or both make more than 1000 erlangs.</exception>
    public QueueLoad(double callsPerHour, TimeSpan handleTime)
    {
        HandleTime = TheoryBounds.Duration(handleTime);
        CallsPerHour = callsPerHour >= 0
            ? callsPerHour
            : throw new ArgumentOutOfRangeException(nameof(callsPerHour), callsPerHour, "There are 0 calls per hour or more.");
        Erlangs = TheoryBounds.Erlangs(callsPerHour * handleTime.TotalHours, nameof(callsPerHour));
    }

    /// <summary>Calls that are offered in an hour.</summary>
    public double CallsPerHour { get; }

    /// <summary>Mean time one call takes of an agent.</summary>
    public TimeSpan HandleTime { get; }

    /// <summary>Traffic: agents who would be busy on average if nobody left.</summary>
    public double Erlangs { get; }

    /// <summary>Calls per second.</summary>
    internal double ArrivalRate => CallsPerHour / 3600;

    /// <summary>Calls that one busy agent ends per second.</summary>
    internal double ServiceRate => 1 / HandleTime.TotalSeconds;
}
