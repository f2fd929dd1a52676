using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Tests.Acd.Figures.Intervals;

/// <summary>Intervals on days that are not 24 hours long.</summary>
public sealed class SiteCalendarTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Europe/Berlin", "2026-07-01", 24)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 23.5)]
    [InlineData("America/Havana", "2026-03-08", 23)]
    [InlineData("America/Havana", "2026-11-01", 25)]
    [InlineData("America/Santiago", "2026-04-04", 25)]
    [InlineData("America/Santiago", "2026-09-06", 23)]
    [InlineData("Asia/Kathmandu", "2026-01-01", 24)]
    public void A_day_is_as_long_as_clocks_make_it(string zone, string date, double hours)
    {
        var calendar = Calendar(zone);
        var day = DateOnly.Parse(date);
        var start = calendar.StartOf(day);
        var interval = calendar.At(start.AddHours(12), IntervalLength.Day);

        Assert.Equal(new Interval(start, start.AddHours(hours)), interval);
        Assert.Equal((day, day.AddDays(-1)), (calendar.DayOf(start), calendar.DayOf(start.AddTicks(-1))));
    }

    [Fact]
    public void A_day_that_a_country_has_left_out_takes_no_time()
    {
        var calendar = Calendar("Pacific/Apia");

        Assert.Equal(calendar.StartOf(new DateOnly(2011, 12, 30)), calendar.StartOf(new DateOnly(2011, 12, 31)));
        Assert.Equal(TimeSpan.FromDays(1), calendar.At(Utc("2011-12-29T20:00"), IntervalLength.Day).Length);
    }

    [Fact]
    public void The_hour_that_clocks_show_twice_is_two_intervals()
    {
        var calendar = Calendar("Europe/Berlin");
        var hours = calendar.Cover(new Interval(Utc("2026-10-24T23:00"), Utc("2026-10-25T02:00")), IntervalLength.Hour);

        Assert.Equal([1, 2, 2], hours.Select(hour => calendar.TimeOf(hour.From).Hour));
        Assert.All(hours, hour => Assert.Equal(TimeSpan.FromHours(1), hour.Length));
    }

    [Fact]
    public void The_hour_that_clocks_leave_out_is_none()
    {
        var calendar = Calendar("Europe/Berlin");
        var hours = calendar.Cover(new Interval(Utc("2026-03-29T00:00"), Utc("2026-03-29T02:00")), IntervalLength.Hour);

        Assert.Equal([1, 3], hours.Select(hour => calendar.TimeOf(hour.From).Hour));
    }

    [Fact]
    public void A_change_by_half_an_hour_ends_an_hour_early()
    {
        var calendar = Calendar("Australia/Lord_Howe");
        var hours = calendar.Cover(new Interval(Utc("2026-04-04T14:00"), Utc("2026-04-04T16:30")), IntervalLength.Hour);

        Assert.Equal(
            [(new TimeOnly(1, 0), 60.0), (new TimeOnly(1, 30), 30), (new TimeOnly(2, 0), 60)],
            hours.Select(hour => (calendar.TimeOf(hour.From), hour.Length.TotalMinutes)));
    }

    [Fact]
    public void A_change_within_an_hour_ends_it_early()
    {
        // Venezuela, 1 May 2016: at half past two clocks were set to three.
        var calendar = Calendar("America/Caracas");
        var hours = calendar.Cover(new Interval(Utc("2016-05-01T06:30"), Utc("2016-05-01T08:00")), IntervalLength.Hour);

        Assert.Equal([(2, 30.0), (3, 60)], hours.Select(hour => (calendar.TimeOf(hour.From).Hour, hour.Length.TotalMinutes)));
    }

    [Fact]
    public void A_week_begins_on_monday()
    {
        var calendar = Calendar("Europe/Berlin");
        var week = calendar.At(Utc("2026-03-29T21:59"), IntervalLength.Week);

        Assert.Equal(new Interval(Utc("2026-03-22T23:00"), Utc("2026-03-29T22:00")), week);
        Assert.Equal((0, 167), (new HourOfWeek(DayOfWeek.Monday, 0).Index, new HourOfWeek(DayOfWeek.Sunday, 23).Index));
        Assert.Equal(new HourOfWeek(DayOfWeek.Sunday, 23), calendar.HourOf(week.To.AddTicks(-1)));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Havana")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    public void Intervals_lie_end_to_end_and_hold_their_moments(string zone)
    {
        var calendar = Calendar(zone);
        foreach (var length in Enum.GetValues<IntervalLength>())
        {
            var year = calendar.Cover(new Interval(Utc("2026-01-01T00:00"), Utc("2027-01-01T00:00")), length);
            Assert.All(year.Zip(year.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.All(year, interval =>
            {
                Assert.Equal(interval, calendar.At(interval.From, length));
                Assert.Equal(interval, calendar.At(interval.To.AddTicks(-1), length));
            });
        }
    }

    [Fact]
    public void Too_many_intervals_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Calendar("Europe/Berlin").Cover(new Interval(Utc("2020-01-01T00:00"), Utc("2027-01-01T00:00")), IntervalLength.QuarterHour));

    private static SiteCalendar Calendar(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset Utc(string time) => new(DateTime.Parse(time), TimeSpan.Zero);
}
