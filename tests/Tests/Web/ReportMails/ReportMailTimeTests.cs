using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.ReportMails;

namespace Switchhook.Tests.Web.ReportMails;

/// <summary>When reports are due, in Berlin: clocks go forward on 28 March 2027 at 02:00 and back on 25 October 2026 at 03:00.</summary>
public sealed class ReportMailTimeTests
{
    private static readonly SiteCalendar Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Theory]
    [InlineData("daily", 0, "07:00", "2026-11-23T05:59:59Z", "2026-11-22T06:00:00Z", "2026-11-23T06:00:00Z")]
    [InlineData("daily", 0, "07:00", "2026-11-23T06:00:00Z", "2026-11-23T06:00:00Z", "2026-11-24T06:00:00Z")]
    [InlineData("daily", 0, "07:00", "2027-03-28T05:00:00Z", "2027-03-28T05:00:00Z", "2027-03-29T05:00:00Z")]
    [InlineData("daily", 0, "02:30", "2027-03-28T00:59:59Z", "2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z")]
    [InlineData("daily", 0, "02:30", "2027-03-28T01:00:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z")]
    [InlineData("daily", 0, "02:30", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("daily", 0, "02:30", "2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("weekly", 1, "08:15", "2026-11-25T12:00:00Z", "2026-11-23T07:15:00Z", "2026-11-30T07:15:00Z")]
    [InlineData("weekly", 0, "23:59", "2026-11-22T22:58:00Z", "2026-11-15T22:59:00Z", "2026-11-22T22:59:00Z")]
    [InlineData("monthly", 1, "00:00", "2026-12-31T22:59:00Z", "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z")]
    [InlineData("monthly", 31, "06:00", "2027-02-10T12:00:00Z", "2027-01-31T05:00:00Z", "2027-02-28T05:00:00Z")]
    [InlineData("monthly", 30, "06:00", "2028-02-29T05:00:00Z", "2028-02-29T05:00:00Z", "2028-03-30T04:00:00Z")]
    public void The_last_and_the_next_time(string every, int day, string at, string now, string last, string next)
    {
        var schedule = Schedule(every, day, at);

        Assert.Equal(Moment(last), ReportMailTimes.Last(schedule, Moment(now), Berlin));
        Assert.Equal(Moment(next), ReportMailTimes.Next(schedule, Moment(now), Berlin));
    }

    [Fact]
    public void Over_years_each_day_has_one_time_and_they_rise()
    {
        var schedule = Schedule("daily", 0, "02:30");
        var (at, end, count) = (Moment("2026-01-01T12:00:00Z"), Moment("2029-01-01T12:00:00Z"), 0);
        for (; ReportMailTimes.Next(schedule, at, Berlin) is var next && next < end; at = next, count++)
        {
            Assert.Equal(next, ReportMailTimes.Last(schedule, next, Berlin));
            Assert.InRange(next - at, TimeSpan.FromHours(12), TimeSpan.FromHours(25.5));
        }

        Assert.Equal(1096, count);
    }

    [Theory]
    [InlineData("daily", 0, "2026-11-23T06:00:00Z", "2026-11-22", "2026-11-22")]
    [InlineData("weekly", 1, "2026-11-23T06:00:00Z", "2026-11-16", "2026-11-22")]
    [InlineData("weekly", 0, "2026-11-22T06:00:00Z", "2026-11-09", "2026-11-15")]
    [InlineData("monthly", 31, "2027-02-28T06:00:00Z", "2027-01-01", "2027-01-31")]
    public void It_is_of_the_whole_period_before(string every, int day, string due, string first, string last)
    {
        var period = ReportMailTimes.PeriodOf(Schedule(every, day, "07:00"), Moment(due), Moment(due).AddDays(2), Berlin);

        Assert.Empty(period.Mistakes);
        Assert.Equal((first, last), ($"{period.FirstDay:yyyy-MM-dd}", $"{period.LastDay:yyyy-MM-dd}"));
        Assert.False(period.GoesOn);
    }

    private static ReportSchedule Schedule(string every, int day, string at) => new(
        "id",
        "Name",
        "lines",
        null,
        Enum.Parse<ReportRhythm>(every, ignoreCase: true),
        day,
        TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
