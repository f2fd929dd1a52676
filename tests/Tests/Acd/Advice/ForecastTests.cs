using Switchhook.Acd.Advice;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Tests.Acd.Figures;

namespace Switchhook.Tests.Acd.Advice;

/// <summary>What is learnt from past weeks.</summary>
public sealed class ForecastTests
{
    private static readonly SiteCalendar Calendar = new(SomeFacts.Berlin);
    private static readonly DateOnly Monday = new(2026, 6, 1);
    private static readonly TimeOnly Ten = new(10, 0);

    [Fact]
    public void Weeks_that_are_alike_are_expected_again_without_error()
    {
        var forecast = Learn(4, _ => 12);

        Assert.Equal(12, At(forecast, DayOfWeek.Monday, Ten).Calls!.Value, 9);
        Assert.Equal(0, At(forecast, DayOfWeek.Monday, new TimeOnly(10, 30)).Calls);
        Assert.Equal(0, At(forecast, DayOfWeek.Tuesday, Ten).Calls);
        Assert.Equal(0, forecast.MeanAbsoluteError!.Value, 9);
    }

    [Fact]
    public void Recent_weeks_weigh_more()
    {
        var slot = At(Learn(5, week => week == 4 ? 20 : 16), DayOfWeek.Monday, Ten);
        var weights = Enumerable.Range(0, 5).Select(ago => Math.Pow(0.5, ago / 4.0)).ToList();

        Assert.Equal(((20 * weights[0]) + (16 * weights.Skip(1).Sum())) / weights.Sum(), slot.Calls!.Value, 9);
    }

    [Fact]
    public void One_odd_week_moves_the_forecast_by_so_much_only()
    {
        var slot = At(Learn(6, week => week == 5 ? 500 : 16), DayOfWeek.Monday, Ten);
        var weights = Enumerable.Range(0, 6).Select(ago => Math.Pow(0.5, ago / 4.0)).ToList();

        Assert.Equal(16 + (3 * Math.Sqrt(16) * weights[0] / weights.Sum()), slot.Calls!.Value, 9);
    }

    [Fact]
    public void Each_past_day_shows_how_far_its_forecast_was_off()
    {
        var slot = At(Learn(2, week => week == 0 ? 10 : 8), DayOfWeek.Monday, Ten);

        Assert.Equal(
            [new ForecastPast(Monday, 10, 8), new ForecastPast(Monday.AddDays(7), 8, 10)],
            slot.Past);
        Assert.Equal([0.25, -0.2], slot.Past.Select(past => Math.Round(past.Error!.Value, 9)));
        Assert.Equal(2, slot.MeanAbsoluteError);
        Assert.Equal(2, Learn(2, week => week == 0 ? 10 : 8).MeanAbsoluteError);
        Assert.Null(Learn(2, _ => 0).MeanAbsoluteError);
        Assert.Null(At(Learn(2, _ => 0), DayOfWeek.Monday, Ten).Past[0].Error);
    }

    [Fact]
    public void One_week_is_expected_again_and_its_error_is_not_known()
    {
        var forecast = Learn(1, _ => 3);

        Assert.Equal(3, At(forecast, DayOfWeek.Monday, Ten).Calls);
        Assert.Null(forecast.MeanAbsoluteError);
        Assert.Null(At(forecast, DayOfWeek.Monday, Ten).MeanAbsoluteError);
    }

    [Fact]
    public void Days_left_out_tell_nothing()
    {
        var holidays = new HashSet<DateOnly> { Monday.AddDays(7) };
        var forecast = Learn(3, week => week == 1 ? 0 : 6, holidays);
        var none = Forecast.Of([], Calendar, Monday, Monday, new HashSet<DateOnly> { Monday });

        Assert.Equal(6, At(forecast, DayOfWeek.Monday, Ten).Calls!.Value, 9);
        Assert.Equal(2, At(forecast, DayOfWeek.Monday, Ten).Past.Count);
        Assert.All(none.Slots, slot => Assert.Null(slot.Calls));
    }

    [Fact]
    public void Returns_and_other_days_are_not_counted()
    {
        Visit[] visits =
        [
            Call(Monday, 0), Call(Monday, 1) with { IsReturn = true }, Call(Monday.AddDays(-7), 2), Call(Monday.AddDays(7), 3),
        ];
        var forecast = Forecast.Of(visits, Calendar, Monday, Monday, new HashSet<DateOnly>());

        Assert.Equal(1, At(forecast, DayOfWeek.Monday, Ten).Calls);
        Assert.Single(forecast.On(DayOfWeek.Monday), slot => slot.Calls > 0);
    }

    [Fact]
    public void A_half_hour_that_clocks_show_twice_counts_once_and_one_they_leave_out_tells_nothing()
    {
        var (autumn, spring) = (new DateOnly(2026, 10, 25), new DateOnly(2026, 3, 29));
        var two = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero);
        var visits = Enumerable.Range(0, 6).Select(number => new Visit
        {
            Id = $"v{number}",
            Queue = "Sales",
            EnteredAt = two.AddMinutes(number % 2 * 60),
        });

        var back = Forecast.Of(visits, Calendar, autumn, autumn, new HashSet<DateOnly>());
        var ahead = Forecast.Of([], Calendar, spring, spring, new HashSet<DateOnly>());
        Assert.Equal(3, At(back, DayOfWeek.Sunday, new TimeOnly(2, 0)).Calls);
        Assert.Null(At(ahead, DayOfWeek.Sunday, new TimeOnly(2, 0)).Calls);
        Assert.Equal(0, At(ahead, DayOfWeek.Sunday, new TimeOnly(3, 0)).Calls);
    }

    [Fact]
    public void It_looks_back_on_a_year_at_most_and_says_its_rule()
    {
        Refused(Monday, Monday.AddDays(-1));
        Refused(Monday, Monday.AddDays(53 * 7));
        Assert.Equal(336, Forecast.Of([], Calendar, Monday, Monday.AddDays((53 * 7) - 1), new HashSet<DateOnly>()).Slots.Count);
        Assert.Contains("median", Forecast.Rule, StringComparison.Ordinal);

        static void Refused(DateOnly first, DateOnly last) => Assert.Throws<ArgumentOutOfRangeException>(
            () => Forecast.Of([], Calendar, first, last, new HashSet<DateOnly>()));
    }

    private static Forecast Learn(int weeks, Func<int, int> callsIn, HashSet<DateOnly>? leftOut = null) => Forecast.Of(
        from week in Enumerable.Range(0, weeks)
        from number in Enumerable.Range(0, callsIn(week))
        select Call(Monday.AddDays(7 * week), number),
        Calendar, Monday, Monday.AddDays((7 * weeks) - 1), leftOut ?? []);

    private static Visit Call(DateOnly day, int number) =>
        new() { Id = $"{day} {number}", Queue = "Sales", EnteredAt = Calendar.StartOf(day).AddHours(10).AddSeconds(number) };

    private static ForecastSlot At(Forecast forecast, DayOfWeek day, TimeOnly start) =>
        Assert.Single(forecast.Slots, slot => slot.Day == day && slot.Start == start);
}
