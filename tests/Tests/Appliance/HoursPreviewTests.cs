using Switchhook.Appliance.Commands;
using Switchhook.Site.Opening;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance;

/// <summary>What <c>check</c> tells of the days to come.</summary>
public sealed class HoursPreviewTests
{
    private static readonly DateTimeOffset Advent = new(2026, 12, 18, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Days_that_differ_from_their_week_are_told_and_no_others()
    {
        var site = Sites.Clinic();
        var week = new HoursConfig("office", [new HoursRange(DayOfWeek.Monday, TimeSpan.FromHours(8), TimeSpan.FromHours(17))]);
        var day = new DateOnly(2026, 12, 24);
        var dated = week with
        {
            Closed = [new ClosedDays.Public("US")],
            Exceptions = [new DatedHours(new DateSpan.Once(day, day), [new DayTimes(TimeSpan.FromHours(8), TimeSpan.FromHours(12))])],
        };

        Assert.Equal(
            "Hours office in the next 14 days: Thu 24 Dec 08:00-12:00 (exception of 24 December); Fri 25 Dec closed (Christmas).\n",
            HoursPreview.Render(site with { Hours = site.Hours.Add("office", dated) }, Advent));
        Assert.Equal("", HoursPreview.Render(site with { Hours = site.Hours.Add("office", week) }, Advent));
    }
}
