namespace Switchhook.Acd.Figures.Intervals;

/// <summary>Lengths that figures are shown by, on the clocks of the site.</summary>
public enum IntervalLength
{
    /// <summary>15 minutes.</summary>
    QuarterHour,

    /// <summary>30 minutes.</summary>
    HalfHour,

    /// <summary>An hour. The hour that clocks show twice in autumn is two intervals.</summary>
    Hour,

    /// <summary>Midnight to midnight: 23 to 25 hours.</summary>
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,
}
