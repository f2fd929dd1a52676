using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Site;
using Switchhook.Site.Outbound;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>Limits and the guard go on counting after a restart.</summary>
public sealed class OutsideRestartTests : IDisposable
{
    private TestBox _box = null!;
    private OutboundLimit _limit = new(null, null, null);

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(17, true)]
    public void The_calls_of_the_day_count_on_until_the_day_is_over(int hours, bool may)
    {
        Start(new OutboundLimit(1, null, null));
        Call(5);
        Restart(TimeSpan.FromHours(hours));
        Dial("95550142#");
        Decide(may, "1 calls of the day");
    }

    [Fact]
    public void The_minutes_of_the_day_count_on()
    {
        Start(new OutboundLimit(null, 1, null));
        Call(40);
        Restart(TimeSpan.FromMinutes(5));
        Dial("95550142#");
        _box.Until(() => _box.Entries<LegAnswered>().Any(leg => leg.Party.IsOutside), 15, "It is answered");
        _box.Advance(10);
        Assert.Empty(_box.Entries<CallEnded>());
        _box.Until(() => _box.Entries<CallEnded>().Any(), 15, "Twenty seconds were left");
        Assert.Contains(_box.Entries<LegEnded>(), leg => leg.Cause.Words.Contains("minutes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_that_a_power_cut_ended_has_talked_until_then()
    {
        Start(new OutboundLimit(null, 1, null));
        Dial("95550142#");
        _box.Until(() => _box.Line(1).DialledDigits == "5550142", 15, "It goes out");
        _box.Advance(55);
        Restart(TimeSpan.FromMinutes(5), isCut: true);
        Dial("95550142#");
        Decide(may: false, "minutes");
    }

    [Fact]
    public void The_guard_counts_on_and_forgets_what_somebody_has_looked_at()
    {
        Start(new OutboundLimit(null, null, null));
        for (var n = 1; n < FraudGuard.ShortInARow; n++)
        {
            Call(0);
        }

        Restart(TimeSpan.FromMinutes(1));
        Call(0);
        Assert.Contains("20 calls in a row", Assert.Single(_box.Entries<OutsideStopped>()).Why, StringComparison.Ordinal);
        _box.Driver.Do(() => _box.Core.Switchboard.Gate.Release("101", "the test"));

        Restart(TimeSpan.FromMinutes(1));
        Call(0);
        Assert.Empty(_box.Entries<OutsideStopped>());
    }

    [Fact]
    public void A_stop_is_taken_up_with_its_alarm_and_one_that_is_over_is_not()
    {
        Start(new OutboundLimit(null, null, null));
        var now = _box.Driver.Time.GetUtcNow();
        _box.Driver.Do(() => _box.Core.Switchboard.Gate.Restore(
            [new OutsideStopped("101", now + TimeSpan.FromHours(1), "Odd."), new OutsideStopped("102", now, "Old.")]));
        Assert.Equal(["101"], _box.Core.Switchboard.Gate.Stopped().Select(stop => stop.Phone));
        Assert.Contains("calls out of phone 101", _box.Core.Live.Current.Faults.Keys);
        Assert.DoesNotContain("calls out of phone 102", _box.Core.Live.Current.Faults.Keys);
        _box.Advance(3601);
        Assert.Empty(_box.Core.Switchboard.Gate.Stopped());
        Assert.DoesNotContain("calls out of phone 101", _box.Core.Live.Current.Faults.Keys);
    }

    private void Decide(bool may, string why)
    {
        if (may)
        {
            _box.Until(() => _box.Line(1).DialledDigits == "5550142", 15, "It goes out");
            return;
        }

        _box.Until(() => _box.Entries<CallEnded>().Any(), 15, "The call is refused");
        Assert.Contains(why, Assert.Single(_box.Entries<CallEnded>()).Cause.Words, StringComparison.Ordinal);
    }

    private void Call(double seconds)
    {
        var before = _box.Entries<LegEnded>().Count(leg => leg.Party.IsOutside);
        Dial("95550142#");
        _box.Until(() => _box.Entries<LegAnswered>().Count(leg => leg.Party.IsOutside) > before, 15, "It is answered");
        _box.Advance(seconds);
        _box.Phone(1).HangUp();
        _box.Until(() => _box.Entries<LegEnded>().Count(leg => leg.Party.IsOutside) > before, 5, "It is over");
        _box.Advance(3);
    }

    private void Dial(string digits)
    {
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial(digits);
    }

    private void Start(OutboundLimit limit, DateTimeOffset? at = null)
    {
        _limit = limit;
        var rule = new OutboundRule("9", [""], 7, 15, "outside") { Limit = limit };
        _box = new TestBox(Sites.Clinic() with { Outbound = [rule] }, start: at);
    }

    private void Restart(TimeSpan later, bool isCut = false)
    {
        var (before, lastSign) = (_box.Journal.ToList(), _box.Driver.Time.GetUtcNow());
        Assert.Equal(isCut, before.Select(one => one.Entry).OfType<OutsideCounted>().Last().EndedAt is null);
        _box.Dispose();
        Start(_limit, lastSign + later);
        _box.Driver.Do(() => _box.Core.Switchboard.Gate.Restore(before, lastSign));
    }
}
