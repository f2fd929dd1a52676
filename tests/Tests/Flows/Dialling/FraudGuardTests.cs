using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Site.Outbound;

namespace Switchhook.Tests.Flows.Dialling;

public class FraudGuardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_busy_front_desk_is_nothing_odd()
    {
        // Eight hours of a call each two minutes, to a handful of people, a minute each.
        var calls = Enumerable.Range(0, 240).Select(n => Call($"+1312555{n % 20:0000}", n * 120, 60)).ToList();
        Assert.Null(FraudGuard.Judge(calls, Noon.AddHours(8)));
    }

    [Theory]
    [InlineData(61, 30, 20, NumberClass.National, false, "60 calls in an hour")]
    [InlineData(41, 60, 41, NumberClass.National, false, "40 different numbers")]
    [InlineData(11, 60, 1, NumberClass.International, false, "10 calls abroad")]
    [InlineData(11, 60, 1, NumberClass.National, true, "while the house is closed")]
    [InlineData(20, 5, 2, NumberClass.National, false, "20 calls in a row")]
    [InlineData(2, 1801, 2, NumberClass.International, false, "60 minutes abroad")]
    public void What_people_do_not_do_is_odd(int count, int seconds, int numbers, NumberClass kind, bool closed, string why)
    {
        var calls = Enumerable.Range(0, count).Select(n => Call($"+44207946{n % numbers:0000}", n * 40, seconds, kind, closed)).ToList();
        var odd = FraudGuard.Judge(calls, Noon.AddMinutes(50));
        Assert.NotNull(odd);
        Assert.Contains(why, odd, StringComparison.Ordinal);
        Assert.Null(FraudGuard.Judge(calls.Take(count - 1).ToList(), Noon.AddMinutes(50)));
    }

    private static OutsideAttempt Call(
        string number, int begin, int seconds, NumberClass kind = NumberClass.National, bool closed = false)
    {
        var began = Noon.AddSeconds(begin);
        return new OutsideAttempt(number, kind, "any", began, closed) { AnsweredAt = began, EndedAt = began.AddSeconds(seconds) };
    }
}
