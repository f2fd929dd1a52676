using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class PhoneTests
{
    [Fact]
    public void Rings_as_long_as_the_box_rings_it()
    {
        var rig = new SimulatorRig();
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(100);
        Assert.True(rig.Phone.IsRinging);
        rig.Fxs.SetFeed(LineFeed.Forward);
        rig.Run(100);
        Assert.False(rig.Phone.IsRinging);
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(100);
        Assert.Equal(2, rig.Phone.RingBursts);
    }

    [Fact]
    public void Lifting_trips_the_ring_and_the_port_returns_to_battery_by_itself()
    {
        var rig = new SimulatorRig();
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(500);
        rig.Phone.Lift();
        rig.Run(20);

        Assert.False(rig.Phone.IsRinging);
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.True(rig.Fxs.IsOffHook);
        Assert.Equal([new LineEvent(LineEventKind.LoopClosed, Lands.Ms(500))], rig.FxsEvents);
        Assert.Equal(24, rig.Fxs.Readings.Milliamps, 3);
    }

    [Fact]
    public void A_phone_that_is_lifted_cannot_be_rung()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Run(100);
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(100);
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.Equal(0, rig.Phone.RingBursts);
    }

    [Fact]
    public void Speaks_and_hears_every_sample()
    {
        var said = Sound.White(500, -15, seed: 3);
        var told = Sound.White(500, -15, seed: 4);
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Phone.Speak(said);
        rig.SendToPhone(told);
        rig.Run(600);
        Assert.Equal(said, rig.FromPhone.Take(said.Length));
        Assert.Equal(told, rig.Phone.Heard().Take(told.Length));
    }

    [Fact]
    public void Keeps_what_it_heard_until_it_is_lifted_again()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.SendToPhone(Sound.Sine(200, (1000, -10)));
        rig.Run(500);
        rig.Phone.HangUp();
        rig.Run(500);
        Assert.Equal(500 * 8, rig.Phone.Heard().Length);
        rig.Phone.Lift();
        rig.Run(100);
        Assert.Equal(100 * 8, rig.Phone.Heard().Length);
        Assert.All(rig.Phone.Heard(), s => Assert.Equal(0, s));
    }

    [Fact]
    public void Keeps_the_end_of_what_is_longer_than_the_limit()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { HeardLimit = TimeSpan.FromSeconds(10) });
        rig.Phone.Lift();
        rig.Run(40_000);
        rig.SendToPhone(Sound.Sine(1000, (1000, -10)));
        rig.Run(1000);
        var heard = rig.Phone.Heard();
        Assert.InRange(heard.Length, 10 * 8000, 20 * 8000);
        Assert.Equal(-10, Sound.Dbm0(heard[^8000..]), 0.1);
        Assert.All(heard[..^8000], s => Assert.Equal(0, s));
    }

    [Fact]
    public void Dials_by_pulses_of_60_ms_with_800_ms_between_digits()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Run(20);
        rig.FxsEvents.Clear();
        rig.Phone.Dial("30", pulse: true);
        rig.Block();
        Assert.True(rig.Phone.IsDialling);
        rig.RunUntil(() => !rig.Phone.IsDialling, 5000);

        var opened = Times(rig, LineEventKind.LoopOpened);
        var closed = Times(rig, LineEventKind.LoopClosed);
        Assert.Equal(13, opened.Length);
        Assert.All(opened.Zip(closed), pulse => Assert.Equal(60, pulse.Second - pulse.First));
        Assert.Equal([100, 100, 860, 100, 100, 100, 100, 100, 100, 100, 100, 100], opened.Zip(opened.Skip(1), (a, b) => b - a));
    }

    [Fact]
    public void Dials_by_keys_one_after_another()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Phone.Dial("12");
        rig.Phone.Dial("#");
        rig.Run(600);
        Assert.False(rig.Phone.IsDialling);
        var (low, high) = (new[] { 697, 697, 941 }, new[] { 1209, 1336, 1477 });
        for (var key = 0; key < 3; key++)
        {
            var on = rig.FromPhone.Skip(key * 140 * 8).Take(70 * 8).ToArray();
            Assert.Equal(-11, Sound.Dbm0At(on, low[key]), 0.1);
            Assert.Equal(-9, Sound.Dbm0At(on, high[key]), 0.1);
            Assert.All(rig.FromPhone.Skip((key * 140 * 8) + (70 * 8)).Take(70 * 8), s => Assert.Equal(0, s));
        }
    }

    [Fact]
    public void Flashes_for_the_time_asked_for_to_the_sample()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Run(20);
        rig.FxsEvents.Clear();
        rig.Phone.Flash(Lands.Ms(97.5));
        rig.Run(200);
        Assert.Equal([LineEventKind.LoopOpened, LineEventKind.LoopClosed], rig.FxsEvents.Select(e => e.Kind));
        Assert.Equal(Lands.Ms(97.5), rig.FxsEvents[1].At - rig.FxsEvents[0].At);
    }

    [Fact]
    public void A_bouncing_contact_settles_within_its_time()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { HookBounce = Lands.Ms(6) });
        rig.Phone.Lift();
        rig.Run(100);
        Assert.Equal(7, rig.FxsEvents.Count);
        Assert.Equal(LineEventKind.LoopClosed, rig.FxsEvents[^1].Kind);
        Assert.Equal(Lands.Ms(6), rig.FxsEvents[^1].At - rig.FxsEvents[0].At);
        rig.Phone.HangUp();
        rig.Run(100);
        Assert.Equal(14, rig.FxsEvents.Count);
        Assert.False(rig.Fxs.IsOffHook);
    }

    [Fact]
    public void Sees_battery_drops_and_reversals()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Run(100);
        foreach (var feed in new[] { LineFeed.Reverse, LineFeed.Open, LineFeed.Reverse, LineFeed.Forward })
        {
            rig.Fxs.SetFeed(feed);
            rig.Run(40);
        }

        Assert.Equal(1, rig.Phone.BatteryDrops);
        Assert.Equal(2, rig.Phone.PolarityReversals);
    }

    [Fact]
    public void A_hook_that_changes_without_battery_is_told_when_the_battery_is_back()
    {
        var rig = new SimulatorRig();
        rig.Phone.Lift();
        rig.Run(100);
        rig.FxsEvents.Clear();
        rig.Fxs.SetFeed(LineFeed.Open);
        rig.Run(100);
        rig.Phone.HangUp();
        rig.Run(100);
        Assert.True(rig.Fxs.IsOffHook);
        Assert.Empty(rig.FxsEvents);
        rig.Fxs.SetFeed(LineFeed.Forward);
        rig.Run(100);
        Assert.False(rig.Fxs.IsOffHook);
        Assert.Equal([LineEventKind.LoopOpened], rig.FxsEvents.Select(e => e.Kind));
    }

    [Fact]
    public void A_phone_on_the_hook_can_neither_dial_nor_speak_nor_flash()
    {
        var rig = new SimulatorRig();
        var error = Assert.Throws<InvalidOperationException>(() => rig.Phone.Dial("1"));
        Assert.Contains("fxs1", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => rig.Phone.Speak(new short[8]));
        Assert.Throws<InvalidOperationException>(() => rig.Phone.Flash(Lands.Ms(100)));
    }

    private static double[] Times(SimulatorRig rig, LineEventKind kind) =>
        [.. rig.FxsEvents.Where(e => e.Kind == kind).Select(e => e.At.TotalMilliseconds)];
}
