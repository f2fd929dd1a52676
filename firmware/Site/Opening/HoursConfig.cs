namespace Switchhook.Site.Opening;

/// <summary>Hours of a week, by the clocks of the site. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Ranges">In the order of the week, Monday first; at least one, and none overlaps another.</param>
public sealed record HoursConfig(string Name, ValueList<HoursRange> Ranges)
{
    /// <summary>Most ranges of one day.</summary>
    public const int MostRanges = 10;
}

/// <summary>A part of a day.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="From">When it begins, since midnight by the clock; whole minutes.</param>
/// <param name="To">When it is over: later than it begins, and 24 hours at the latest.</param>
public sealed record HoursRange(DayOfWeek Day, TimeSpan From, TimeSpan To)
{
    /// <summary>True for a time of day that is in it; its end is not.</summary>
    public bool Holds(TimeSpan time) => time >= From && time < To;
}
