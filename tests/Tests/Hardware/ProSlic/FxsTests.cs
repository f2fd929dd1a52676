using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Simulated.ProSlic;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>A telephone through the Si3210: ring, hook, feeds, sound, alarms.</summary>
public sealed class FxsTests
{
    private static readonly short[] Tone = SoundMaker.Noise(TimeSpan.FromSeconds(1), -15, new Random(1));
    private static readonly short[] Other = SoundMaker.Noise(TimeSpan.FromSeconds(1), -15, new Random(2));

    [Fact]
    public void A_ring_is_tripped_by_the_chip_and_told_as_off_hook()
    {
        using var rig = ProSlicRig.Up();
        rig.Fxs.SetFeed(LineFeed.Ringing);
        Assert.Equal(LineFeed.Ringing, rig.Fxs.Feed);
        rig.Run(1000);
        Assert.True(rig.Phone.IsRinging);
        Assert.False(rig.Chips.Phones[1].IsRinging);
        rig.Phone.Lift();
        rig.Run(100);
        Assert.False(rig.Phone.IsRinging);
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.True(rig.Fxs.IsOffHook);
        Assert.Equal([LineEventKind.LoopClosed], rig.Kinds(rig.Fxs));
    }

    [Fact]
    public void A_telephone_that_is_off_hook_is_not_rung()
    {
        using var rig = ProSlicRig.Up();
        rig.Phone.Lift();
        rig.Run(100);
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(100);
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.Equal(0, rig.Phone.RingBursts);
    }

    [Fact]
    public void Both_sides_hear_each_other_as_loud_as_they_speak()
    {
        using var rig = ProSlicRig.Up();
        rig.Phone.Lift();
        rig.Run(200);
        rig.Phone.Speak(Tone);
        rig.Send(rig.Fxs, Other);
        rig.Heard["fxs1"].Clear();
        rig.Run(1500);
        Same(Tone, [.. rig.Heard["fxs1"]]);
        Same(Other, rig.Phone.Heard());
        Assert.InRange(rig.Fxs.Readings.Milliamps, 23, 25);
        Assert.All(rig.Heard["fxs2"], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_callers_number_passes_between_rings_and_no_sound_while_the_ring_lasts()
    {
        using var rig = ProSlicRig.Up();
        rig.Fxs.SetFeed(LineFeed.Ringing);
        rig.Run(2000);
        rig.Fxs.SetFeed(LineFeed.Forward);
        rig.Run(600);
        var caller = new SimulatedCaller { Number = "5551234", Name = "ANN" };
        var message = CallSetupMessage.Write(caller, rig.Time.GetUtcNow());
        rig.Send(rig.Fxs, FskModulator.Render(FskModem.Of(CallerIdScheme.FskBell202)!, message));
        rig.Run(1500);
        Assert.Equal(("5551234", "ANN", true), (rig.Phone.Display!.Number, rig.Phone.Display.Name, rig.Phone.Display.ChecksumRight));
    }

    [Fact]
    public void A_flash_and_a_hang_up_are_told_with_their_lengths()
    {
        using var rig = ProSlicRig.Up();
        rig.Phone.Lift();
        rig.Run(500);
        rig.Phone.Flash(TimeSpan.FromMilliseconds(200));
        rig.Run(500);
        var events = rig.Events["fxs1"];
        Assert.Equal([LineEventKind.LoopClosed, LineEventKind.LoopOpened, LineEventKind.LoopClosed], rig.Kinds(rig.Fxs));
        Assert.InRange((events[2].At - events[1].At).TotalMilliseconds, 170, 230);
        rig.Phone.HangUp();
        rig.Run(500);
        Assert.False(rig.Fxs.IsOffHook);
        Assert.Equal(LineEventKind.LoopOpened, rig.Kinds(rig.Fxs).Last());
    }

    [Fact]
    public void Dial_pulses_are_told_one_by_one()
    {
        using var rig = ProSlicRig.Up(options: ProSlicRig.Clean with { HookBounce = TimeSpan.FromMilliseconds(6) });
        rig.Phone.Lift();
        rig.Run(500);
        rig.Forget();
        rig.Phone.Dial("32", pulse: true);
        rig.Run(3000);
        var events = rig.Events["fxs1"];
        Assert.Equal(10, events.Count);
        for (var i = 0; i < events.Count; i += 2)
        {
            Assert.Equal((LineEventKind.LoopOpened, LineEventKind.LoopClosed), (events[i].Kind, events[i + 1].Kind));
            Assert.InRange((events[i + 1].At - events[i].At).TotalMilliseconds, 40, 80);
        }
    }

    [Fact]
    public void Polarity_turns_and_battery_goes_as_commanded()
    {
        using var rig = ProSlicRig.Up();
        rig.Phone.Lift();
        rig.Run(100);
        var drops = rig.Phone.BatteryDrops;
        rig.Fxs.SetFeed(LineFeed.Reverse);
        rig.Run(100);
        Assert.Equal(1, rig.Phone.PolarityReversals);
        Assert.True(rig.Fxs.Readings.Volts > 0);
        rig.Fxs.SetFeed(LineFeed.Open);
        rig.Run(500);
        Assert.Equal(drops + 1, rig.Phone.BatteryDrops);
        Assert.Equal(default, rig.Fxs.Readings);
        rig.Phone.HangUp();
        rig.Run(100);
        Assert.Equal([LineEventKind.LoopClosed], rig.Kinds(rig.Fxs));
        rig.Fxs.SetFeed(LineFeed.Forward);
        rig.Run(100);
        Assert.Equal([LineEventKind.LoopClosed, LineEventKind.LoopOpened], rig.Kinds(rig.Fxs));
    }

    [Theory]
    [InlineData("heat", "has switched its line off because of heat (power alarm of Q1, Q2)")]
    [InlineData("current", "drives 79 mA into its line")]
    public void An_alarm_takes_the_telephone_out_of_order_and_it_comes_back_by_itself(string alarm, string words)
    {
        using var rig = ProSlicRig.Up();
        rig.Phone.Lift();
        rig.Run(100);
        rig.Forget();
        var drops = rig.Phone.BatteryDrops;
        Set(true);
        rig.Until(() => rig.Fxs.Fault is not null, 500);
        Assert.Contains(words, rig.Fxs.Fault, StringComparison.Ordinal);
        rig.Run(100);
        Assert.Equal([LineEventKind.FaultBegan], rig.Kinds(rig.Fxs));
        Assert.Equal((false, LineFeed.Open, default(LineReadings)), (rig.Fxs.IsOffHook, rig.Fxs.Feed, rig.Fxs.Readings));
        Assert.Equal(drops + 1, rig.Phone.BatteryDrops);
        rig.Run(4000);
        Assert.NotNull(rig.Fxs.Fault);
        Set(false);
        rig.Until(() => rig.Fxs.Fault is null, 12_000);
        rig.Run(200);
        Assert.Equal([LineEventKind.FaultBegan, LineEventKind.FaultCleared, LineEventKind.LoopClosed], rig.Kinds(rig.Fxs));
        Assert.Equal(LineFeed.Forward, rig.Fxs.Feed);
        Assert.All(rig.Ports.Where(port => port != rig.Fxs), port => Assert.Empty(rig.Kinds(port)));

        void Set(bool broken)
        {
            (rig.FxsFaults.IsTooHot, rig.FxsFaults.HasOverCurrent) = (broken && alarm == "heat", broken && alarm == "current");
        }
    }

    [Fact]
    public void A_port_that_stays_hot_rests_longer_and_longer()
    {
        using var rig = ProSlicRig.Up();
        rig.FxsFaults.IsTooHot = true;
        rig.Run(120_000);
        var tries = rig.Events["fxs1"].Where(one => one.Kind == LineEventKind.FaultBegan).Select(one => one.At).ToList();
        Assert.InRange(tries.Count, 3, 5);
        Assert.True(tries[2] - tries[1] > tries[1] - tries[0] + TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    [InlineData("FR")]
    public void The_ring_generator_is_the_countrys(string code)
    {
        var country = CountryTable.Get(code);
        using var rig = ProSlicRig.Up(country);
        var chip = Assert.IsType<Si3210Model>(rig.Chips.Chips[2]);
        Assert.InRange(chip.RingHertz, country.Ring.FrequencyHz - 0.1, country.Ring.FrequencyHz + 0.1);
        Assert.InRange(chip.RingPeakVolts / Math.Sqrt(2), country.Ring.VoltsRms - 0.3, country.Ring.VoltsRms + 0.3);
        Assert.InRange(chip.RingBattery, chip.RingPeakVolts + 9, 94.5);
    }

    private static void Same(short[] said, short[] heard)
    {
        var comparison = SoundComparison.Of(said, heard, heard.Length - said.Length);
        Assert.InRange(comparison.LevelDb, -0.1, 0.1);
        Assert.InRange(comparison.SignalToNoiseDb, 40, double.PositiveInfinity);
    }
}
