using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.Reports;

namespace Switchhook.Web.ReportMails;

/// <summary>
/// When reports are due by the clocks of the site. A day has one time at most: where clocks leave the time out, that at which they are set
/// forward; where they show it twice, the first.
/// </summary>
internal static class ReportMailTimes
{
    // A week, or a month with the day before it.
    private const int MostDays = 33;

    /// <summary>The newest time that is not after a moment.</summary>
    public static DateTimeOffset Last(ReportSchedule schedule, DateTimeOffset now, SiteCalendar calendar) =>
        Enumerable.Range(-1, MostDays).Select(back => calendar.DayOf(now).AddDays(-back))
            .Where(day => Falls(schedule, day))
            .Select(day => calendar.MomentOf(day, schedule.At))
            .First(at => at <= now);

    /// <summary>The first time after a moment.</summary>
    public static DateTimeOffset Next(ReportSchedule schedule, DateTimeOffset after, SiteCalendar calendar) =>
        Enumerable.Range(-1, MostDays + 1).Select(on => calendar.DayOf(after).AddDays(on))
            .Where(day => Falls(schedule, day))
            .Select(day => calendar.MomentOf(day, schedule.At))
            .First(at => at > after);

    /// <summary>The period of which a report is: the whole day, week or month before.</summary>
    /// <param name="schedule">Which report.</param>
    /// <param name="dueAt">When it is due.</param>
    /// <param name="now">The present.</param>
    /// <param name="calendar">The clocks of the site.</param>
    public static ReportPeriod PeriodOf(ReportSchedule schedule, DateTimeOffset dueAt, DateTimeOffset now, SiteCalendar calendar)
    {
        var due = calendar.DayOf(dueAt);
        var (length, day) = schedule.Every switch
        {
            ReportRhythm.Daily => ("day", due.AddDays(-1)),
            ReportRhythm.Weekly => ("week", due.AddDays(-7)),
            ReportRhythm.Monthly => ("month", due.AddDays(-due.Day)),
        };
        return new ReportPeriod(length, ReportPeriod.Text(day), null, calendar, now);
    }

    private static bool Falls(ReportSchedule schedule, DateOnly day) => schedule.Every switch
    {
        ReportRhythm.Daily => true,
        ReportRhythm.Weekly => (int)day.DayOfWeek == schedule.Day,
        ReportRhythm.Monthly => day.Day == Math.Min(schedule.Day, DateTime.DaysInMonth(day.Year, day.Month)),
    };
}
