namespace Switchhook.Web.Api.Models;

/// <summary>How the box is.</summary>
/// <param name="Status">All in all.</param>
/// <param name="Store">Are events being written to disk?</param>
/// <param name="AudioClock">Does the 20 ms clock tick?</param>
/// <param name="Emergency">Would an emergency call go out? A reset of the box would not mend a line: it does not count all in all.</param>
internal sealed record HealthModel(HealthStatus Status, HealthCheck Store, HealthCheck AudioClock, HealthCheck Emergency)
{
    // Fixed words: a stranger reads them, and those of the store may name files.
    public static HealthModel Of(bool storeOk, bool clockTicks, bool helpReached) => new(
        storeOk && clockTicks ? HealthStatus.Up : HealthStatus.Degraded,
        new HealthCheck(storeOk, storeOk ? "Events are written to disk." : "Events cannot be written to disk; they wait in memory."),
        new HealthCheck(clockTicks, clockTicks ? "The audio clock ticks." : "The audio clock stands still."),
        new HealthCheck(
            helpReached, helpReached ? "An emergency call would go out." : "No line works: an emergency call would not go out."));
}

/// <summary>How the box is, all in all.</summary>
internal enum HealthStatus
{
    /// <summary>All is well.</summary>
    Up,

    /// <summary>Something is not well; calls may still go on.</summary>
    Degraded,
}

/// <summary>One thing that is well or not.</summary>
/// <param name="Ok">True when it is well.</param>
/// <param name="Words">The same in a sentence.</param>
internal sealed record HealthCheck(bool Ok, string Words);
