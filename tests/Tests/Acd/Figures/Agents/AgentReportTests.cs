using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Agents;
using Switchhook.Acd.Figures.Intervals;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Figures.Agents;

/// <summary>How agents spend their time, and what becomes of what is offered to them.</summary>
public sealed class AgentReportTests
{
    private static readonly AgentSpan[] Morning =
    [
        Span(AgentState.LoggedOut, 0, 600),
        Span(AgentState.Available, 600, 1000),
        Span(AgentState.Ringing, 1000, 1010),
        Span(AgentState.Talking, 1010, 1100),
        Span(AgentState.Holding, 1100, 1200),
        Span(AgentState.WrapUp, 1200, 1400),
        Span(AgentState.Paused, 1400, 2400, "lunch"),
        Span(AgentState.Unreachable, 2400, 2600),
        Span(AgentState.LoggedOut, 2600, 2700),
        Span(AgentState.Available, 2700, null),
    ];

    [Fact]
    public void Shares_are_of_the_working_time_and_of_the_time_logged_in()
    {
        var anna = Report(Morning).ByAgent(new Interval(At(0), At(3600)))["Anna"];

        Assert.Equal(new AgentTime(S(1300), S(10), S(90), S(100), S(200), S(1000), S(200)), anna.Time);
        Assert.Equal((S(400), S(1900), S(2900)), (anna.Time.Busy, anna.Time.Working, anna.Time.LoggedIn));
        Assert.Equal(
            (400 / 1900.0, 400 / 2900.0, 1900 / 2900.0, 2900),
            (anna.Value(FigureName.Occupancy), anna.Value(FigureName.Utilisation), anna.Value(FigureName.Availability),
                anna.Value(FigureName.LoggedIn)));
        Assert.Equal(("lunch", S(1000)), (Assert.Single(anna.PausedBy).Key, anna.PausedBy["lunch"]));
        Assert.Equal([new Interval(At(600), At(2600)), new Interval(At(2700), At(3600))], anna.Attendance);
    }

    [Fact]
    public void Time_is_split_over_the_intervals_it_covers()
    {
        Interval[] quarters = [new(At(0), At(900)), new(At(900), At(1800)), new(At(1800), At(2700)), new(At(2700), At(3600))];
        var report = Report(Morning);

        Assert.Equal([S(300), S(900), S(800), S(900)], report.TimeOf(quarters).Select(time => time.LoggedIn));
        Assert.Equal([S(0), S(400), S(0), S(0)], report.TimeOf("Anna", quarters).Select(time => time.Busy));
        Assert.All(report.TimeOf("nobody", quarters), time => Assert.Equal(AgentTime.None, time));
    }

    [Fact]
    public void Calls_of_two_queues_at_once_are_not_more_than_all_the_time()
    {
        var time = Report(
            [
                Span(AgentState.Available, 0, 990), Span(AgentState.Talking, 0, 1000), Span(AgentState.WrapUp, 500, 1200),
                Span(AgentState.Talking, 100, 900), Span(AgentState.Paused, 1100, 1200),
            ])
            .TimeOf([new Interval(At(0), At(3600))])[0];

        Assert.Equal((S(1000), S(200), S(1200)), (time.Talking, time.WrapUp, time.LoggedIn));
        Assert.Equal(1, time.Occupancy);
    }

    [Fact]
    public void Of_two_reasons_for_one_pause_the_same_is_taken_in_any_order()
    {
        AgentSpan[] pauses = [Span(AgentState.Paused, 0, 60, "lunch"), Span(AgentState.Paused, 0, 60, "errand")];

        Assert.Equal("errand", Assert.Single(Report(pauses).ByAgent(Fortnight)["Anna"].PausedBy).Key);
        Assert.Equal("errand", Assert.Single(Report(pauses.Reverse()).ByAgent(Fortnight)["Anna"].PausedBy).Key);
    }

    [Fact]
    public void What_rings_out_is_a_share_of_what_was_offered()
    {
        var offers = Enum.GetValues<OfferResult>()
            .Select((result, number) => new AgentOffer("Anna", $"v{number}", "Sales", At(number), At(number + 15), result));
        var anna = new AgentReport([], offers, [], new FigureRules(), Fortnight.To).ByAgent(Fortnight)["Anna"];

        Assert.Equal((4, 0.25), (anna.Value(FigureName.Offers), anna.Value(FigureName.RonaRate)));
        Assert.Equal(OfferResult.NoAnswer, Assert.Single(anna.RangOut).Result);
        Assert.Null(anna.Value(FigureName.Occupancy));
    }

    [Fact]
    public void An_agents_calls_have_their_own_figures()
    {
        var agents = new AgentReport(
            Morning, [], [Entered(0).Answered(10), Entered(1).Answered(30) with { Agent = "Ben" }], new FigureRules(), Fortnight.To)
            .ByAgent(Fortnight);

        Assert.Equal(["Anna 10", "Ben 30"], agents.Select(agent => $"{agent.Key} {agent.Value.Value(FigureName.AverageSpeedOfAnswer)}"));
        Assert.Empty(Report(Morning).ByAgent(new Interval(At(-100), At(500))));
    }

    [Fact]
    public void Hours_of_the_week_add_up_over_the_weeks()
    {
        AgentSpan[] spans = [Span(AgentState.Available, 1800, 5400), Span(AgentState.Talking, (167 * 3600) + 1800, 168 * 3600)];
        var hours = Report(spans).ByHourOfWeek(new SiteCalendar(Berlin), Fortnight);

        Assert.Equal(S(3600), hours[new HourOfWeek(DayOfWeek.Monday, 8)].LoggedIn);
        Assert.Equal(0.5, hours[new HourOfWeek(DayOfWeek.Monday, 8)].Occupancy);
        Assert.Equal(S(1800), hours[new HourOfWeek(DayOfWeek.Monday, 9)].LoggedIn);
    }

    private static AgentReport Report(IEnumerable<AgentSpan> spans) => new(spans, [], [], new FigureRules(), Fortnight.To);

    private static AgentSpan Span(AgentState state, double from, double? to, string? reason = null) =>
        new("Anna", state, reason, null, At(from), to is { } end ? At(end) : null);

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
