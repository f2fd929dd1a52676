using System.Collections.Immutable;
using Switchhook.Flows.Opening;
using Switchhook.Site;
using Switchhook.Site.Opening;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Opening;

/// <summary>Timetables by name and by queue, and when a night ends by itself. The clinic's zone is UTC-6 in November.</summary>
public sealed class SiteHoursTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(-6));

    [Fact]
    public void Hours_are_asked_by_their_name_and_by_their_queue()
    {
        var hours = new SiteHours(Site(NightConfig.Default));

        Assert.Equal("open: until 17:00", hours.At("office", Monday.AddHours(9), night: false).InWords);
        Assert.Equal("closed: night is switched on by the night switch", hours.At("office", Monday.AddHours(9), night: true).InWords);
        Assert.Equal("open: until 18:00", hours.At("doors", Monday.AddHours(9), night: true).InWords);
        Assert.Null(hours.ByName("nothing"));
        Assert.Same(hours.ByName("office"), hours.Of("desk"));
        Assert.True(hours.Of("always").IsOpenAt(Monday));
        var night = new NightPeriod("phone 101", Monday, null);
        Assert.True(hours.During(night).Of("always").IsOpenAt(Monday.AddHours(9)));
        Assert.False(hours.During(night).Of("desk").IsOpenAt(Monday.AddHours(9)));
    }

    [Theory]
    [InlineData(17.5, 32)]
    [InlineData(9, 32)]
    [InlineData(6.5, 8)]
    [InlineData(7.5, 32)]
    [InlineData(-2, 8)]
    public void A_night_ends_with_the_first_opening_of_a_day(double since, double end) =>
        Assert.Equal(Monday.AddHours(end), new SiteHours(Site(NightConfig.Default)).NightEndsAt(Monday.AddHours(since)));

    [Fact]
    public void The_site_says_otherwise()
    {
        Assert.Null(new SiteHours(Site(new NightConfig(true, null))).NightEndsAt(Monday));
        Assert.Equal(Monday.AddHours(6), new SiteHours(Site(new NightConfig(false, "doors"))).NightEndsAt(Monday));
        Assert.Null(new SiteHours(Sites.Clinic()).NightEndsAt(Monday));
    }

    private static SiteModel Site(NightConfig night) => Sites.Clinic() with
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"),
        Night = night,
        Hours = ImmutableSortedDictionary.Create<string, HoursConfig>(StringComparer.Ordinal)
            .Add("office", Hours("office", 8, 17)).Add("doors", Hours("doors", 6, 18) with { IgnoresNight = true }),
        Queues = ImmutableSortedDictionary.Create<string, QueueConfig>(StringComparer.Ordinal)
            .Add("desk", new QueueConfig("desk", []) { Hours = "office" }).Add("always", new QueueConfig("always", [])),
    };

    private static HoursConfig Hours(string name, int from, int to) => new(
        name, [.. Enum.GetValues<DayOfWeek>().Select(day => new HoursRange(day, TimeSpan.FromHours(from), TimeSpan.FromHours(to)))]);
}
