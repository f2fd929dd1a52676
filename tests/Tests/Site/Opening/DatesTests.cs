using Switchhook.Site.Diff;
using Switchhook.Site.Opening;

namespace Switchhook.Tests.Site.Opening;

/// <summary>Days that differ from their week, as a site file says them.</summary>
public sealed class DatesTests
{
    private const string Week = "office: {mon-thu: \"08:00-12:00, 13:00-17:30\", sat: 9:00-24:00";

    [Fact]
    public void Closed_days_and_exceptions_are_read_in_the_order_of_the_file()
    {
        var hours = Read(
            "closed: [holidays, holidays CA-ON, summer, 2026-12-24, 2026-12-27..2026-12-31, 12-06], "
            + "on: {2026-12-24: \"08:00-12:00, 13:00-14:00\", 2026-12-26: closed, 12-27..01-02: 9:00-10:00}, night: ignore",
            "holidays: {summer: [2027-07-27..2027-08-14, 08-15]}").Hours["office"];

        DateSpan[] summer = [Once("2027-07-27", "2027-08-14"), new DateSpan.EveryYear(new(8, 15), new(8, 15))];
        ClosedDays[] closed =
        [
            new ClosedDays.Public("US"),
            new ClosedDays.Public("CA-ON"),
            new ClosedDays.Named("summer", [.. summer]),
            new ClosedDays.On(Once("2026-12-24", "2026-12-24")),
            new ClosedDays.On(Once("2026-12-27", "2026-12-31")),
            new ClosedDays.On(new DateSpan.EveryYear(new(12, 6), new(12, 6))),
        ];
        Assert.Equal(closed, hours.Closed);
        Assert.Equal(
            [
                new DatedHours(Once("2026-12-24", "2026-12-24"), [Times(8, 12), Times(13, 14)]),
                new DatedHours(Once("2026-12-26", "2026-12-26"), []),
                new DatedHours(new DateSpan.EveryYear(new(12, 27), new(1, 2)), [Times(9, 10)]),
            ],
            hours.Exceptions);
        Assert.True(hours.IgnoresNight);
    }

    [Theory]
    [InlineData("", false, null)]
    [InlineData("night: {ends: by-hand}", true, null)]
    [InlineData("night: {ends: office}", false, "office")]
    public void Night_ends_as_the_site_says(string section, bool byHand, string? hours) =>
        Assert.Equal(new NightConfig(byHand, hours), Read("night: follow", section).Night);

    [Fact]
    public void What_changed_is_told_in_words()
    {
        var before = Read("closed: [summer]", "holidays: {summer: [2027-07-27..2027-08-14]}");
        var after = Read(
            "closed: [summer, 12-06], on: {2026-12-24: 08:00-12:00, 12-31: closed}, night: ignore",
            "holidays: {summer: [2027-08-01]}\nnight: {ends: office}");

        Assert.Equal(
            [
                "Hours office: closed summer → summer; 12-06, "
                + "on 2026-12-24 none → 08:00-12:00, on 12-31 none → closed, night none → ignore.",
                "Set of days summer: days 2027-07-27..2027-08-14 → 2027-08-01.",
                "Night: ends with the first opening of a day → with hours office.",
            ],
            SiteDiff.Between(before, after));
    }

    [Theory]
    [InlineData("12-27", "01-02", "2026-12-31", true)]
    [InlineData("12-27", "01-02", "2027-01-02", true)]
    [InlineData("12-27", "01-02", "2027-01-03", false)]
    [InlineData("02-29", "02-29", "2028-02-29", true)]
    [InlineData("02-29", "02-29", "2027-03-01", false)]
    public void Days_of_every_year_can_go_over_its_turn(string first, string last, string day, bool holds)
    {
        var span = new DateSpan.EveryYear(MonthDay.Of(Day($"2028-{first}")), MonthDay.Of(Day($"2028-{last}")));

        Assert.Equal(holds, span.Holds(Day(day)));
    }

    [Fact]
    public void An_exception_of_a_year_wins_over_one_of_every_year()
    {
        var hours = Read("on: {12-24: 08:00-12:00, 2026-12-24: closed}", "").Hours["office"];

        Assert.Empty(hours.ExceptionOn(Day("2026-12-24"))!.Times);
        Assert.Equal([Times(8, 12)], hours.ExceptionOn(Day("2027-12-24"))!.Times);
        Assert.Null(hours.ExceptionOn(Day("2027-12-25")));
    }

    private static Switchhook.Site.SiteModel Read(string dates, string sections)
    {
        var result = QueueTexts.With(Week, $"{Week}, {dates}");
        var text = result.Text.Replace("\nqueues:", $"\n{sections}\nqueues:", StringComparison.Ordinal);
        result = SiteTexts.Read(text);
        Assert.Empty(result.Mistakes);
        return result.Model!;
    }

    private static DateSpan Once(string first, string last) => new DateSpan.Once(Day(first), Day(last));

    private static DayTimes Times(int from, int to) => new(TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
