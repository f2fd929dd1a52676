using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Sessions.Refreshing;

namespace Switchhook.Tests.Sip.Sessions;

public sealed class SessionTimersTests
{
    private static readonly SessionTimerOptions Options = new()
    {
        Interval = TimeSpan.FromSeconds(1800),
        Minimum = TimeSpan.FromSeconds(120),
    };

    // supported, Session-Expires, Min-SE, refresher → interval, who, Require
    [Theory]
    [InlineData(true, 600, null, null, 600, true, false)]
    [InlineData(true, 600, null, "Uac", 600, false, true)]
    [InlineData(true, 600, null, "Uas", 600, true, false)]
    [InlineData(true, 3600, null, null, 1800, true, false)]
    [InlineData(true, 3600, 2400, null, 2400, true, false)]
    [InlineData(true, null, null, null, 1800, true, false)]
    [InlineData(false, 600, null, null, 600, true, false)]
    [InlineData(false, 60, null, null, 120, true, false)]
    public void Agrees_to_what_was_asked_or_less(
        bool supported, int? asked, int? minimum, string? refresher, int expected, bool weRefresh, bool require)
    {
        var answer = SessionTimers.Answer(new TimerProposal(supported, Span(asked), Span(minimum), Parse(refresher)), Options);
        var agreed = Assert.IsType<TimerAgreement.Agreed>(answer);
        Assert.Equal(new SessionInterval(TimeSpan.FromSeconds(expected), weRefresh), agreed.Interval);
        Assert.Equal(require, agreed.RequireTimer);
        Assert.Equal(weRefresh ? Refresher.Uas : Refresher.Uac, agreed.Refresher);
    }

    [Fact]
    public void Refuses_an_interval_below_its_minimum_when_the_sender_knows_of_timers()
    {
        var answer = SessionTimers.Answer(new TimerProposal(true, TimeSpan.FromSeconds(119), null, Refresher.Unsaid), Options);
        Assert.Equal(new TimerAgreement.TooSmall(TimeSpan.FromSeconds(120)), answer);
    }

    [Fact]
    public void Wants_none_when_nobody_on_the_way_knows_of_timers() =>
        Assert.IsType<TimerAgreement.None>(SessionTimers.Answer(new TimerProposal(false, null, null, Refresher.Unsaid), Options));

    [Fact]
    public void A_success_tells_who_refreshes_and_without_a_name_it_is_the_sender()
    {
        Assert.Null(SessionTimers.OnSuccess(null, Refresher.Unsaid));
        Assert.Equal(
            new SessionInterval(TimeSpan.FromSeconds(600), true), SessionTimers.OnSuccess(TimeSpan.FromSeconds(600), Refresher.Unsaid));
        Assert.Equal(
            new SessionInterval(TimeSpan.FromSeconds(600), false), SessionTimers.OnSuccess(TimeSpan.FromSeconds(600), Refresher.Uas));
    }

    [Fact]
    public void Asks_for_its_interval_or_for_what_a_refusal_taught_and_keeps_who_refreshes()
    {
        Assert.Equal(
            new TimerProposal(true, TimeSpan.FromSeconds(1800), TimeSpan.FromSeconds(120), Refresher.Unsaid),
            SessionTimers.Ask(null, TimeSpan.Zero, Options));
        Assert.Equal(
            new TimerProposal(true, TimeSpan.FromSeconds(4000), TimeSpan.FromSeconds(4000), Refresher.Unsaid),
            SessionTimers.Ask(null, TimeSpan.FromSeconds(4000), Options));
        Assert.Equal(
            new TimerProposal(true, TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(120), Refresher.Uas),
            SessionTimers.Ask(new SessionInterval(TimeSpan.FromSeconds(600), WeRefresh: false), TimeSpan.Zero, Options));
    }

    [Theory]
    [InlineData(1800, 900, 1768)]
    [InlineData(90, 45, 60)]
    public void Refreshes_at_half_and_ends_a_third_or_32_seconds_before_the_end(int expires, int refresh, int end)
    {
        var interval = new SessionInterval(TimeSpan.FromSeconds(expires), WeRefresh: true);
        Assert.Equal(TimeSpan.FromSeconds(refresh), interval.RefreshAfter);
        Assert.Equal(TimeSpan.FromSeconds(end), interval.EndAfter);
        Assert.Null((interval with { WeRefresh = false }).RefreshAfter);
    }

    private static TimeSpan? Span(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    private static Refresher Parse(string? name) => name is null ? Refresher.Unsaid : Enum.Parse<Refresher>(name);
}
