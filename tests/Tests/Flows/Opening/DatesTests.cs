using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Flows.Opening;
using Switchhook.Site.Opening;

namespace Switchhook.Tests.Flows.Opening;

/// <summary>Hours with holidays, exceptions and nights, and the words that tell why.</summary>
public sealed class DatesTests
{
    private static readonly int[] ExceptionDays = [2, 7, 11];

    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    private static readonly SiteCalendar Calendar = new(Chicago);

    private static readonly HoursConfig Office = new(
        "office",
        [
            .. Enumerable.Range(1, 5).Select(day => (DayOfWeek)day).SelectMany(day => new HoursRange[]
            {
                new(day, TimeSpan.FromHours(8), TimeSpan.FromHours(12)), new(day, TimeSpan.FromHours(13), TimeSpan.FromHours(17.5)),
            }),
        ])
    {
        Closed = [new ClosedDays.Public("US"), new ClosedDays.Named("inventory", [Once("2026-12-29", "2026-12-30")])],
        Exceptions =
        [
            new DatedHours(Once("2026-12-24", "2026-12-24"), [new DayTimes(TimeSpan.FromHours(8), TimeSpan.FromHours(12))]),
            new DatedHours(Once("2026-12-28", "2026-12-28"), []),
            new DatedHours(Once("2026-12-25", "2026-12-25"), [new DayTimes(TimeSpan.FromHours(10), TimeSpan.FromHours(11))]),
        ],
    };

    // Christmas of 2026 is a Friday.
    [Theory]
    [InlineData("2026-12-23T10:00", OpeningState.Open, "until 12:00", "2026-12-23T12:00")]
    [InlineData("2026-12-23T12:30", OpeningState.Closed, "opens at 13:00", "2026-12-23T13:00")]
    [InlineData("2026-12-23T18:00", OpeningState.Closed, "opens on Thursday, 24 December, at 08:00", "2026-12-24T08:00")]
    [InlineData("2026-12-24T11:00", OpeningState.Open, "exception of 24 December, until 12:00", "2026-12-24T12:00")]
    [InlineData(
        "2026-12-24T16:05", OpeningState.Closed, "exception of 24 December, opens on Friday, 25 December, at 10:00", "2026-12-25T10:00")]
    [InlineData(
        "2026-12-25T12:00", OpeningState.Closed, "exception of 25 December, opens on Thursday, 31 December, at 08:00", "2026-12-31T08:00")]
    [InlineData(
        "2026-12-28T09:00", OpeningState.Closed, "exception of 28 December, opens on Thursday, 31 December, at 08:00", "2026-12-31T08:00")]
    [InlineData("2026-12-29T09:00", OpeningState.Holiday, "inventory, opens on Thursday, 31 December, at 08:00", "2026-12-31T08:00")]
    [InlineData("2027-01-01T09:00", OpeningState.Holiday, "New Year, opens on Monday, 4 January, at 08:00", "2027-01-04T08:00")]
    public void The_answer_tells_the_state_why_and_until_when(string now, OpeningState state, string why, string until) =>
        Assert.Equal(new OpeningAnswer(state, why, At(until)), new OpeningHours(Office, Calendar).At(At(now)));

    [Fact]
    public void A_summer_that_is_closed_for_weeks_ends_and_one_without_end_is_told_as_such()
    {
        var summer = new OpeningHours(Office with { Closed = [new ClosedDays.On(Once("2027-06-01", "2027-08-10"))] }, Calendar);
        var forever = new OpeningHours(Office with { Closed = [new ClosedDays.On(Once("2027-01-01", "2027-12-31"))] }, Calendar);

        Assert.Equal(At("2027-08-11T08:00"), summer.OpensAt(At("2027-06-01T09:00")));
        var answer = forever.At(At("2027-02-01T09:00"));
        Assert.Equal(("1 January to 31 December, no opening in sight", null), (answer.Why, answer.Until));

        // And it is looked again all the same.
        Assert.InRange(forever.LooksAgainAt(At("2027-02-01T09:00"))!.Value, At("2027-05-01T00:00"), At("2027-06-01T00:00"));
    }

    [Fact]
    public void Who_never_closes_but_for_a_holiday_is_told_of_it()
    {
        var hours = new OpeningHours(
            new HoursConfig(
                "always", [.. Enum.GetValues<DayOfWeek>().Select(day => new HoursRange(day, TimeSpan.Zero, TimeSpan.FromDays(1)))])
            {
                Closed = [new ClosedDays.On(new DateSpan.EveryYear(new(12, 25), new(12, 25)))],
            },
            Calendar);

        Assert.Equal(At("2026-12-25T00:00"), hours.ClosesAt(At("2026-11-26T10:00")));
        Assert.Equal(At("2026-12-26T00:00"), hours.OpensAt(At("2026-12-25T10:00")));
        Assert.Equal("at all hours", hours.At(At("2026-12-26T10:00")).Why);
    }

    [Fact]
    public void A_night_closes_what_follows_it_until_it_ends()
    {
        var hours = new OpeningHours(Office, Calendar);
        var night = new NightPeriod("phone 101", At("2026-12-22T15:00"), At("2026-12-23T08:00"));
        var dark = hours.During(night);

        Assert.True(dark.IsOpenAt(At("2026-12-22T14:59")));
        Assert.Equal(At("2026-12-22T15:00"), dark.ClosesAt(At("2026-12-22T14:00")));
        Assert.Equal(
            new OpeningAnswer(OpeningState.Closed, "night is switched on by phone 101", At("2026-12-23T08:00")),
            dark.At(At("2026-12-22T16:00")));
        Assert.Equal(OpeningState.Open, dark.At(At("2026-12-23T08:00")).State);
        Assert.Null(hours.During(night with { Until = null }).OpensAt(At("2026-12-22T16:00")));
        Assert.Same(hours, hours.During(null));
        Assert.True(new OpeningHours(Office with { IgnoresNight = true }, Calendar).During(night).IsOpenAt(At("2026-12-22T16:00")));
    }

    // A break at noon does not end a night, and neither does an opening that comes at once.
    [Theory]
    [InlineData("2026-12-22T12:15", "2026-12-23T08:00")]
    [InlineData("2026-12-22T18:00", "2026-12-23T08:00")]
    [InlineData("2026-12-22T02:00", "2026-12-22T08:00")]
    [InlineData("2026-12-25T12:00", "2026-12-31T08:00")]
    public void The_first_opening_of_a_day_is_not_that_after_a_break(string after, string opening) =>
        Assert.Equal(At(opening), new OpeningHours(Office, Calendar).FirstOpeningOfADay(At(after)));

    // What a clock on the wall shows, minute by minute, for timetables, dates and zones by chance.
    [Theory]
    [InlineData("America/Chicago", "2026-03-01", 1)]
    [InlineData("America/Chicago", "2026-10-26", 2)]
    [InlineData("Europe/Berlin", "2026-03-22", 3)]
    [InlineData("Europe/Berlin", "2026-10-19", 4)]
    [InlineData("Australia/Lord_Howe", "2026-03-29", 5)]
    [InlineData("America/Santiago", "2026-08-30", 6)]
    [InlineData("Africa/Cairo", "2026-04-20", 7)]
    [InlineData("Asia/Kolkata", "2026-12-20", 8)]
    public void It_is_open_when_the_calendar_and_the_clock_on_the_wall_say_so(string zoneName, string first, int seed)
    {
        var chance = new Random(seed);
        var (zone, from) = (TimeZoneInfo.FindSystemTimeZoneById(zoneName), Day(first));
        for (var round = 0; round < 12; round++)
        {
            var config = Chance(chance, from);
            var calendar = new SiteCalendar(zone);
            var start = calendar.StartOf(from);
            NightPeriod? night = round % 2 == 0
                ? null
                : new NightPeriod(
                    "the test",
                    start + TimeSpan.FromMinutes(5 * chance.Next(1800)),
                    start + TimeSpan.FromMinutes(5 * chance.Next(1800, 4000)));
            var hours = new OpeningHours(config, calendar).During(night);
            var spans = new List<bool>();
            for (var minute = 0; minute < 16 * 24 * 60; minute += 5)
            {
                spans.Add(Naive(config, zone, night, start + TimeSpan.FromMinutes(minute)));
            }

            for (var step = 0; step < 14 * 24 * 12; step++)
            {
                var moment = start + TimeSpan.FromMinutes(step * 5);
                Assert.True(spans[step] == hours.IsOpenAt(moment), $"{config} at {moment} in {zone.Id}");
                if (step % 7 == 0 && spans.FindIndex(step, open => open != spans[step]) is >= 0 and var next)
                {
                    var change = start + TimeSpan.FromMinutes(next * 5);
                    Assert.True(
                        change == hours.ChangesAt(moment), $"{config} at {moment} in {zone.Id}: {hours.ChangesAt(moment)}, not {change}");
                }
            }
        }
    }

    private static bool Naive(HoursConfig config, TimeZoneInfo zone, NightPeriod? night, DateTimeOffset moment)
    {
        if (night is not null && moment >= night.Since && moment < night.Until)
        {
            return false;
        }

        var wall = TimeZoneInfo.ConvertTime(moment, zone);
        var (day, time) = (DateOnly.FromDateTime(wall.DateTime), wall.TimeOfDay);
        foreach (var exception in config.Exceptions)
        {
            if (exception.Days is DateSpan.Once once && day >= once.First && day <= once.Last)
            {
                return exception.Times.Any(times => time >= times.From && time < times.To);
            }
        }

        return !config.Closed.OfType<ClosedDays.On>()
                .Any(closed => closed.Days is DateSpan.Once once && day >= once.First && day <= once.Last)
            && config.Ranges.Any(range => range.Day == wall.DayOfWeek && time >= range.From && time < range.To);
    }

    // Times at multiples of five minutes, so that a look every five minutes sees each change. Not in the hours that clocks show twice:
    // there the wall cannot tell which is meant.
    private static HoursConfig Chance(Random chance, DateOnly from)
    {
        var ranges = Enum.GetValues<DayOfWeek>().Where(_ => chance.Next(4) > 0).SelectMany(day => ChanceTimes(chance)
            .Select(times => new HoursRange(day, times.From, times.To))).ToList();
        return new HoursConfig("office", [.. ranges])
        {
            Closed = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => new ClosedDays.On(ChanceDays(chance, from)))],
            Exceptions = [.. ExceptionDays.Where(_ => chance.Next(2) > 0).Select(day => new DatedHours(
                new DateSpan.Once(from.AddDays(day), from.AddDays(day + chance.Next(3))), [.. ChanceTimes(chance)]))],
        };
    }

    private static DateSpan ChanceDays(Random chance, DateOnly from)
    {
        var first = from.AddDays(chance.Next(14));
        return new DateSpan.Once(first, first.AddDays(chance.Next(4)));
    }

    private static IEnumerable<DayTimes> ChanceTimes(Random chance)
    {
        var marks = Enumerable.Range(0, 2 * chance.Next(3)).Select(_ => chance.Next(3 * 12, (24 * 12) + 1)).Distinct().Order().ToList();
        for (var i = 0; i + 1 < marks.Count; i += 2)
        {
            yield return new DayTimes(TimeSpan.FromMinutes(marks[i] * 5), TimeSpan.FromMinutes(marks[i + 1] * 5));
        }
    }

    private static DateSpan.Once Once(string first, string last) => new(Day(first), Day(last));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Chicago.GetUtcOffset(time));
    }
}
