using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Fxo;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>What an exchange's line means, from samples alone.</summary>
public sealed class LineWatchTests
{
    [Theory]
    [InlineData(15, 10)]
    [InlineData(20, 10)]
    [InlineData(25, 10)]
    [InlineData(50, 10)]
    [InlineData(60, 10)]
    [InlineData(20, 16)]
    [InlineData(25, 17)]
    [InlineData(50, 7)]
    public void A_ring_of_any_frequency_is_one_ring(double hertz, int pollMs)
    {
        for (var phase = 0.05; phase < 1; phase += 0.19)
        {
            var events = Feed(pollMs, 3000, ms => (IsRing: ms is >= 500 and < 2500, Volts: -48), hertz, phase);
            Assert.Equal([LineEventKind.RingBegan, LineEventKind.RingEnded], events.Select(one => one.Kind));
            Assert.InRange(events[0].At.TotalMilliseconds, 470, 560);
            Assert.InRange(events[1].At.TotalMilliseconds, 2460, 2510);
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    public void A_splash_is_no_ring(int length) =>
        Assert.Empty(Feed(10, 2000, ms => (ms >= 500 && ms < 500 + length, -48), hertz: 0, phase: 0.25));

    [Fact]
    public void A_ring_without_battery_is_no_ring() =>
        Assert.Empty(Feed(10, 2000, ms => (ms is >= 500 and < 1500, 0), hertz: 20, phase: 0.1));

    [Fact]
    public void A_double_ring_is_two_rings()
    {
        var events = Feed(10, 3000, ms => (ms is (>= 100 and < 500) or (>= 700 and < 1100), -48), hertz: 25, phase: 0.1);
        Assert.Equal(4, events.Count);
        Assert.InRange((events[2].At - events[1].At).TotalMilliseconds, 160, 240);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(80, true)]
    public void A_loss_of_battery_counts_once_it_lasts(int length, bool told)
    {
        var events = Feed(10, 2000, ms => (false, ms >= 500 && ms < 500 + length ? 0 : -48), hertz: 0, phase: 0);
        Assert.Equal(told ? [LineEventKind.BatteryLost, LineEventKind.BatteryRestored] : [], events.Select(one => one.Kind));
    }

    [Fact]
    public void A_reversal_is_told_once_and_outlasts_a_loss_of_battery()
    {
        var events = Feed(10, 3000, ms => (false, ms < 500 ? -48 : ms < 1000 ? 48 : ms < 1500 ? 0 : 48), hertz: 0, phase: 0);
        Assert.Equal(
            [LineEventKind.PolarityReversed, LineEventKind.BatteryLost, LineEventKind.BatteryRestored],
            events.Select(one => one.Kind));
        Assert.InRange(events[0].At.TotalMilliseconds, 490, 510);
    }

    [Fact]
    public void A_late_poll_makes_no_ring_of_a_splash()
    {
        var watch = LineWatch.Begin(TimeSpan.Zero, -48);
        var (next, events) = watch.Take(new LineSample(TimeSpan.FromSeconds(5), RingVoltage: true, -48, OffHook: false, Settling: false));
        Assert.Empty(events);
        Assert.True(next.IsLively);
    }

    [Fact]
    public void Going_off_hook_ends_a_ring()
    {
        var watch = LineWatch.Begin(TimeSpan.Zero, -48);
        for (var ms = 10; ms <= 100; ms += 10)
        {
            watch = watch.Take(new LineSample(TimeSpan.FromMilliseconds(ms), true, -48, false, false)).Next;
        }

        Assert.True(watch.IsRinging);
        var (next, events) = watch.Take(new LineSample(TimeSpan.FromMilliseconds(110), false, -8, OffHook: true, Settling: true));
        Assert.False(next.IsRinging);
        Assert.Equal(LineEventKind.RingEnded, Assert.Single(events).Kind);
    }

    // With a frequency the ring is a sine above the threshold of 21 V at 127 V peak; without one it is there all the time.
    private static List<LineEvent> Feed(
        int pollMs, int length, Func<int, (bool IsRing, int Volts)> line, double hertz, double phase)
    {
        var events = new List<LineEvent>();
        var watch = LineWatch.Begin(TimeSpan.Zero, line(0).Volts);
        for (var ms = pollMs; ms < length; ms += pollMs)
        {
            var (isRing, volts) = line(ms);
            var ringVoltage = isRing && Math.Abs(127 * Math.Sin(2 * Math.PI * ((hertz * ms / 1000) + phase))) > 21;
            var (next, happened) = watch.Take(new LineSample(TimeSpan.FromMilliseconds(ms), ringVoltage, volts, false, false));
            watch = next;
            events.AddRange(happened);
        }

        return events;
    }
}
