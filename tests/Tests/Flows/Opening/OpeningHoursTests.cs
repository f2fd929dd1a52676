using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Flows.Opening;
using Switchhook.Site.Opening;

namespace Switchhook.Tests.Flows.Opening;

/// <summary>Hours of a week by the clocks of a site, which are set forward and back once a year.</summary>
public sealed class OpeningHoursTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static OpeningHours Office => Of(
    [
        .. Weekdays.SelectMany(day => new[] { Range(day, "08:00", "12:00"), Range(day, "13:00", "17:30") }),
        Range(DayOfWeek.Saturday, "09:00", "12:00"),
    ]);

    [Theory]
    [InlineData("2026-11-25T11:59:59", true, "2026-11-25T12:00", "2026-11-25T11:59:59")]
    [InlineData("2026-11-25T12:00:00", false, null, "2026-11-25T13:00")]
    [InlineData("2026-11-25T17:30:00", false, null, "2026-11-26T08:00")]
    [InlineData("2026-11-27T20:00:00", false, null, "2026-11-28T09:00")]
    [InlineData("2026-11-28T12:00:00", false, null, "2026-11-30T08:00")]
    [InlineData("2026-11-29T03:00:00", false, null, "2026-11-30T08:00")]
    [InlineData("2026-11-30T07:59:59", false, null, "2026-11-30T08:00")]
    public void An_office_opens_and_closes(string now, bool isOpen, string? closes, string opens)
    {
        Assert.Equal(isOpen, Office.IsOpenAt(At(now)));
        Assert.Equal(closes is null ? null : At(closes), Office.ClosesAt(At(now)));
        Assert.Equal(At(opens), Office.OpensAt(At(now)));
    }

    // Clocks go from 02:00 to 03:00 on 8 March 2026, and from 02:00 back to 01:00 on 1 November.
    [Theory]
    [InlineData("01:00", "04:00", "2026-03-08T07:00Z", "2026-03-08T09:00Z")]
    [InlineData("02:30", "04:00", "2026-03-08T08:00Z", "2026-03-08T09:00Z")]
    [InlineData("01:00", "02:30", "2026-03-08T07:00Z", "2026-03-08T08:00Z")]
    [InlineData("01:30", "04:00", "2026-11-01T06:30Z", "2026-11-01T10:00Z")]
    [InlineData("00:30", "01:30", "2026-11-01T05:30Z", "2026-11-01T06:30Z")]
    [InlineData("08:00", "17:30", "2026-03-08T13:00Z", "2026-03-08T22:30Z")]
    [InlineData("08:00", "17:30", "2026-11-01T14:00Z", "2026-11-01T23:30Z")]
    public void Sundays_on_which_clocks_change_have_the_hours_that_they_show(string from, string to, string opens, string closes)
    {
        var hours = Of([Range(DayOfWeek.Sunday, from, to)]);
        var midnight = Utc(opens) - TimeSpan.FromHours(12);

        Assert.Equal(Utc(opens), hours.OpensAt(midnight));
        Assert.Equal(Utc(closes), hours.ClosesAt(Utc(opens)));
        Assert.False(hours.IsOpenAt(Utc(opens) - TimeSpan.FromSeconds(1)));
        Assert.False(hours.IsOpenAt(Utc(closes)));
    }

    [Fact]
    public void An_hour_that_the_clocks_leave_out_opens_a_week_later()
    {
        var hours = Of([Range(DayOfWeek.Sunday, "02:00", "03:00")]);

        Assert.Equal(Utc("2026-03-15T07:00Z"), hours.OpensAt(Utc("2026-03-08T06:00Z")));
    }

    // What a clock on the wall shows, minute by minute, over the weeks around both changes.
    [Theory]
    [InlineData("America/Chicago", "2026-03-01T00:00Z")]
    [InlineData("America/Chicago", "2026-10-26T00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-22T00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-19T00:00Z")]
    [InlineData("Asia/Kolkata", "2026-05-01T00:00Z")]
    public void It_is_open_when_the_clock_on_the_wall_says_so(string zoneName, string from)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        HoursRange[] ranges =
        [
            .. Weekdays.Select(day => Range(day, "08:15", "17:30")),
            Range(DayOfWeek.Saturday, "00:00", "12:00"),
            Range(DayOfWeek.Saturday, "22:00", "24:00"),
            Range(DayOfWeek.Sunday, "00:00", "04:00"),
        ];
        var hours = Of(ranges, zone);
        for (var minute = 0; minute < 14 * 24 * 60; minute += 5)
        {
            var moment = Utc(from) + TimeSpan.FromMinutes(minute);
            var wall = TimeZoneInfo.ConvertTime(moment, zone);
            var expected = ranges.Any(range => range.Day == wall.DayOfWeek && wall.TimeOfDay >= range.From && wall.TimeOfDay < range.To);

            Assert.True(expected == hours.IsOpenAt(moment), $"{wall} in {zoneName}");
            var change = hours.ChangesAt(moment)!.Value;
            Assert.True(change > moment && hours.IsOpenAt(change) != expected, $"{wall} in {zoneName}: changes at {change}");
            Assert.Equal(expected, hours.IsOpenAt(change - TimeSpan.FromSeconds(1)));
        }
    }

    [Fact]
    public void Who_is_open_past_midnight_does_not_close_there()
    {
        var hours = Of([Range(DayOfWeek.Friday, "20:00", "24:00"), Range(DayOfWeek.Saturday, "00:00", "02:00")]);

        Assert.Equal(At("2026-11-28T02:00"), hours.ClosesAt(At("2026-11-27T21:00")));
        Assert.Equal(At("2026-11-28T01:00"), hours.OpensAt(At("2026-11-28T01:00")));
    }

    [Fact]
    public void Who_never_closes_has_no_time_for_it()
    {
        var always = Of([.. Enum.GetValues<DayOfWeek>().Select(day => Range(day, "00:00", "24:00"))]);
        foreach (var hours in new[] { always, new OpeningHours(null, new SiteCalendar(Chicago)) })
        {
            Assert.True(hours.IsOpenAt(At("2026-11-27T00:00")));
            Assert.Null(hours.ClosesAt(At("2026-11-27T00:00")));
            Assert.Null(hours.ChangesAt(At("2026-11-27T00:00")));
            Assert.Null(hours.PutsOffTo(At("2026-11-27T00:00"), TimeSpan.FromHours(100)));
            Assert.Equal(At("2026-11-28T06:00"), hours.After(At("2026-11-27T06:00"), TimeSpan.FromDays(1)));
        }
    }

    [Theory]
    [InlineData("2026-11-25T17:20", 9, null)]
    [InlineData("2026-11-25T17:20", 10, "2026-11-26T08:00")]
    [InlineData("2026-11-27T17:00", 60, "2026-11-28T09:00")]
    [InlineData("2026-11-28T11:50", 30, "2026-11-30T08:00")]
    [InlineData("2026-11-25T11:50", 30, "2026-11-25T13:00")]
    [InlineData("2026-11-25T18:00", 0, "2026-11-26T08:00")]
    [InlineData("2026-11-25T17:20", null, null)]
    public void Who_does_not_get_through_before_closing_is_put_off(string now, int? minutes, string? to) => Assert.Equal(
        to is null ? null : At(to),
        Office.PutsOffTo(At(now), minutes is { } wait ? TimeSpan.FromMinutes(wait) : null));

    [Theory]
    [InlineData("2026-11-25T10:00", "14:30", "2026-11-25T14:30")]
    [InlineData("2026-11-25T15:00", "14:30", "2026-11-26T14:30")]
    [InlineData("2026-11-27T15:00", "14:30", "2026-11-30T14:30")]
    [InlineData("2026-11-27T15:00", "09:00", "2026-11-28T09:00")]
    [InlineData("2026-11-25T08:00", "08:00", "2026-11-26T08:00")]
    [InlineData("2026-11-25T10:00", "12:30", null)]
    [InlineData("2026-11-25T10:00", "17:30", null)]
    public void A_chosen_time_is_the_next_one_at_which_it_is_open(string now, string time, string? moment) => Assert.Equal(
        moment is null ? null : At(moment), Office.NextAt(At(now), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-25T10:00", 60, "2026-11-25T11:00")]
    [InlineData("2026-11-25T17:20", 120, "2026-11-26T09:50")]
    [InlineData("2026-11-27T17:20", 120, "2026-11-28T10:50")]
    [InlineData("2026-11-28T11:00", 24 * 60, "2026-12-02T15:00")]
    public void A_promise_is_kept_while_it_is_open(string from, int minutes, string until) =>
        Assert.Equal(At(until), Office.After(At(from), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_promise_that_needs_more_than_two_weeks_ends_there()
    {
        var hours = Of([Range(DayOfWeek.Sunday, "10:00", "10:01")]);

        Assert.InRange(
            hours.After(At("2026-11-25T10:00"), TimeSpan.FromHours(2)) - At("2026-11-25T10:00"),
            TimeSpan.FromDays(14),
            OpeningHours.LongestPromise / 2);
    }

    private static OpeningHours Of(HoursRange[] ranges, TimeZoneInfo? zone = null) =>
        new(new HoursConfig("office", [.. ranges]), new SiteCalendar(zone ?? Chicago));

    private static HoursRange Range(DayOfWeek day, string from, string to) => new(day, Time(from), Time(to));

    private static TimeSpan Time(string text) =>
        text == "24:00" ? TimeSpan.FromDays(1) : TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    // In Chicago, on days without a change.
    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Chicago.GetUtcOffset(time));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
