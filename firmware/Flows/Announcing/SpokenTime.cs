using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Flows.Announcing;

/// <summary>A time as it is said to a caller: today, tomorrow, or on a day of the week; never more than a week ahead.</summary>
/// <param name="Day">The day.</param>
/// <param name="Minute">Minutes since midnight by the clocks of the site, 0 to 1439.</param>
internal readonly record struct SpokenTime(SpokenDay Day, int Minute)
{
    /// <summary>Minutes of a day.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>How a moment is said.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="now">When it is said.</param>
    /// <param name="calendar">The clocks of the site.</param>
    /// <returns>Null beyond a week: its day of the week would tell another day.</returns>
    public static SpokenTime? Of(DateTimeOffset moment, DateTimeOffset now, SiteCalendar calendar)
    {
        var (day, time) = (calendar.DayOf(moment), calendar.TimeOf(moment));
        var ahead = day.DayNumber - calendar.DayOf(now).DayNumber;
        return ahead > 7 ? null : new SpokenTime(ahead switch
        {
            0 => SpokenDay.Today,
            1 => SpokenDay.Tomorrow,
            _ => OnDay(day.DayOfWeek),
        }, (time.Hour * 60) + time.Minute);
    }

    /// <summary>A day of the week.</summary>
    public static SpokenDay OnDay(DayOfWeek day) => SpokenDay.Monday + SiteCalendar.DaysAfterMonday(day);
}

/// <summary>A day as it is said.</summary>
internal enum SpokenDay
{
    Today,
    Tomorrow,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
