namespace Switchhook.Site.Opening;

/// <summary>Hours of a week, by the clocks of the site, and the days that differ. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Ranges">In the order of the week, Monday first; at least one, and none overlaps another.</param>
public sealed record HoursConfig(string Name, ValueList<HoursRange> Ranges)
{
    /// <summary>Most ranges of one day.</summary>
    public const int MostRanges = 10;

    /// <summary>Most entries of <see cref="Closed"/>, and most of <see cref="Exceptions"/>.</summary>
    public const int MostDates = 100;

    /// <summary>On which days it is closed (key <c>closed</c>), in the order of the file: the first that holds names a day.</summary>
    public ValueList<ClosedDays> Closed { get; init; } = [];

    /// <summary>
    /// Days with hours of their own (key <c>on</c>), which win over the week and over <see cref="Closed"/>. None meets another of its sort;
    /// one with a year wins over one of every year.
    /// </summary>
    public ValueList<DatedHours> Exceptions { get; init; } = [];

    /// <summary>True when they count also while night is switched on (<c>night: ignore</c>).</summary>
    public bool IgnoresNight { get; init; }

    /// <summary>True when not every week is like another.</summary>
    public bool HasDates => Closed.Count + Exceptions.Count > 0;

    /// <summary>The exception that holds on a day; null for none.</summary>
    public DatedHours? ExceptionOn(DateOnly day) =>
        Exceptions.FirstOrDefault(one => one.Days is DateSpan.Once && one.Days.Holds(day))
        ?? Exceptions.FirstOrDefault(one => one.Days.Holds(day));
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

/// <summary>Hours of days that differ from their week. Compared by value.</summary>
/// <param name="Days">The days.</param>
/// <param name="Times">In the order of the day, none into another; empty when they are closed.</param>
public sealed record DatedHours(DateSpan Days, ValueList<DayTimes> Times);

/// <summary>A part of any day.</summary>
/// <param name="From">When it begins, since midnight by the clock; whole minutes.</param>
/// <param name="To">When it is over: later than it begins, and 24 hours at the latest.</param>
public sealed record DayTimes(TimeSpan From, TimeSpan To)
{
    /// <summary>As the site file writes it: <c>08:00-12:00</c>.</summary>
    public override string ToString() => $"{WeekWords.Clock(From)}-{WeekWords.Clock(To)}";
}
