using Switchhook.Acd.Advice;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Lines;

namespace Switchhook.Tests.Acd.Advice;

/// <summary>How many lines are needed, and how it is said.</summary>
public sealed class LineAdviceTests
{
    private static readonly HourOfWeek Ten = new(DayOfWeek.Monday, 10);

    [Fact]
    public void The_busiest_hour_tells_what_fewer_and_more_lines_would_lose()
    {
        var advice = LineAdvice.Of(
            new Dictionary<HourOfWeek, LineFigures>
            {
                [new(DayOfWeek.Sunday, 9)] = Hour(3, 0.2),
                [Ten] = Hour(3, 0.83, allBusy: 0.06),
                [new(DayOfWeek.Tuesday, 10)] = Hour(3, 0.83),
            },
            0.01)!;

        Assert.Equal((Ten, 4, 0.06), (advice.BusyHour, advice.LinesNeeded, advice.AllBusy));
        Assert.Equal([2, 3, 4], advice.Options.Select(option => option.Lines));
        Assert.Equal(
            "Monday 10:00 is the busiest hour, with 0.83 erlangs. Of its calls 2 lines would lose 16 %, 3 lines 4 %, 4 lines 0.9 %. "
            + "All 3 lines were busy in 6 % of that hour.",
            advice.Sentence);
    }

    [Fact]
    public void One_line_has_none_to_lose()
    {
        var advice = LineAdvice.Of(new Dictionary<HourOfWeek, LineFigures> { [Ten] = Hour(1, 0) }, 0.02)!;

        Assert.Equal([1, 2], advice.Options.Select(option => option.Lines));
        Assert.Contains("1 line would lose 0 %", advice.Sentence, StringComparison.Ordinal);
        Assert.Contains("heard busy at the exchange", LineAdvice.Caveat, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_lines_or_time_there_is_no_advice()
    {
        Assert.Null(LineAdvice.Of(new Dictionary<HourOfWeek, LineFigures>(), 0.01));
        Assert.Null(LineAdvice.Of(
            new Dictionary<HourOfWeek, LineFigures>
            {
                [Ten] = new(3, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
                [new(DayOfWeek.Monday, 11)] = Hour(0, 0),
            },
            0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => LineAdvice.Of(new Dictionary<HourOfWeek, LineFigures>(), 0));
    }

    private static LineFigures Hour(int lines, double erlangs, double allBusy = 0) =>
        new(lines, TimeSpan.FromHours(4), TimeSpan.FromHours(4 * allBusy), TimeSpan.FromHours(4 * erlangs));
}
