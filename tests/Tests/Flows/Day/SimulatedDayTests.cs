using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Day;

/// <summary>A day of a small office, 24 hours with sound, in seconds: nothing is lost or left over, and it can be repeated.</summary>
public sealed class SimulatedDayTests
{
    private const int Hour = 3600;

    [Theory]
    [InlineData(1, HuntStrategy.InOrder)]
    [InlineData(2, HuntStrategy.RoundRobin)]
    [InlineData(3, HuntStrategy.LongestIdle)]
    [InlineData(4, HuntStrategy.RingAll)]
    public void Every_call_has_one_beginning_and_one_end_and_the_box_comes_to_rest(int seed, HuntStrategy strategy)
    {
        using var box = Live(seed, strategy, workHours: 2, meanPause: 100, out var callers);

        Assert.All(box.Core.Live.Current.Lines.Values, line => Assert.Equal(LineStatus.Idle, line.Status));
        Assert.All(box.Core.Live.Current.Phones.Values, phone => Assert.Equal(PhoneStatus.Idle, phone.Status));
        Assert.Empty(box.Core.Live.Current.Calls);
        var began = box.Entries<CallStarted>().ToList();
        Assert.InRange(began.Count(call => call.Direction == CallDirection.Inbound), callers * 9 / 10, callers);
        Assert.Equal(
            began.Select(call => call.Call.Value).Order(StringComparer.Ordinal),
            box.Entries<CallEnded>().Select(call => call.Call.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            box.Entries<LegStarted>().Select(leg => leg.Leg).Order(StringComparer.Ordinal),
            box.Entries<LegEnded>().Select(leg => leg.Leg).Order(StringComparer.Ordinal));
        Assert.Empty(box.Entries<FaultSeen>());
    }

    [Fact]
    [Trait("Length", "long")]
    public void A_day_with_the_same_seed_is_the_same_day_byte_for_byte()
    {
        var first = Day(seed: 20);
        Assert.Equal(first, Day(seed: 20));
        Assert.NotEqual(first, Day(seed: 21));
    }

    private static string Day(int seed)
    {
        using var box = Live(seed, HuntStrategy.LongestIdle, workHours: 9, meanPause: 1200, out _);
        box.Advance((24 - 9) * Hour);
        return box.JournalText;
    }

    private static TestBox Live(int seed, HuntStrategy strategy, int workHours, int meanPause, out int callers)
    {
        var random = new Random(seed);
        var box = new TestBox(Sites.Clinic(strategy), seed: seed);
        var lines = Enumerable.Range(1, 4).Select(port => new DayLine(box, port, random)).ToList();
        var phones = Enumerable.Range(1, 4).Select(port => new DayPhone(box, port, random)).ToList();

        // After hours everyone goes home; the box has ten minutes to come to rest.
        for (var second = 0; second < (workHours * Hour) + 600; second++)
        {
            var isOpen = second < workHours * Hour;
            lines.ForEach(line => line.Second(isOpen ? meanPause : 0));
            phones.ForEach(phone => phone.Second(isOpen));
            box.Advance(1);
        }

        callers = lines.Sum(line => line.Callers);
        return box;
    }
}
