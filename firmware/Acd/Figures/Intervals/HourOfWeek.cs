namespace Switchhook.Acd.Figures.Intervals;

/// <summary>One of the 168 hours of a week, as the site's clocks show them.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Hour">The hour, 0 to 23.</param>
public readonly record struct HourOfWeek(DayOfWeek Day, int Hour)
{
    /// <summary>Its place in the week, 0 (Monday, 0 h) to 167.</summary>
    public int Index => (SiteCalendar.DaysAfterMonday(Day) * 24) + Hour;
}
