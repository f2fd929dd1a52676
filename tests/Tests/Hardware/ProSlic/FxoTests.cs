using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>An exchange's line through the Si3050: ring, hook, pulses, sound, voltage.</summary>
public sealed class FxoTests
{
    private static readonly short[] Tone = SoundMaker.Noise(TimeSpan.FromSeconds(1), -15, new Random(1));
    private static readonly short[] Other = SoundMaker.Noise(TimeSpan.FromSeconds(1), -15, new Random(2));

    [Theory]
    [InlineData("US")]
    [InlineData("GB")]
    [InlineData("DE")]
    [InlineData("FR")]
    public void A_ring_is_told_as_long_as_it_is(string code)
    {
        using var rig = ProSlicRig.Up(CountryTable.Get(code));
        rig.Line.Ring(new SimulatedCaller());
        var cadence = CountryTable.Get(code).Ring.Cadence;
        rig.Run(cadence.Sum(part => part.TotalMilliseconds) + 150);
        var events = rig.Events["fxo1"];
        Assert.All(events, one => Assert.True(one.Kind is LineEventKind.RingBegan or LineEventKind.RingEnded));
        for (var i = 0; i + 1 < Math.Min(events.Count, cadence.Count); i++)
        {
            Assert.InRange((events[i + 1].At - events[i].At - cadence[i]).TotalMilliseconds, -40, 40);
        }

        Assert.InRange(events.Count, cadence.Count, cadence.Count + 1);
        Assert.Empty(rig.Events["fxo2"]);
    }

    [Fact]
    public void A_ring_is_answered_and_both_sides_hear_each_other_as_loud_as_they_speak()
    {
        using var rig = ProSlicRig.Up();
        rig.Line.Ring(new SimulatedCaller { Speech = Tone, SpeechDelay = TimeSpan.FromMilliseconds(500) });
        rig.Run(300);
        rig.Fxo.SetOffHook(true);
        Assert.True(rig.Fxo.IsOffHook);
        rig.Run(100);
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        Assert.Equal([LineEventKind.RingBegan, LineEventKind.RingEnded], rig.Kinds(rig.Fxo));
        rig.Send(rig.Fxo, Other);
        rig.Heard["fxo1"].Clear();
        rig.Run(2500);
        Same(Tone, [.. rig.Heard["fxo1"]]);
        Same(Other, rig.Line.Heard());
        Assert.InRange(rig.Fxo.Readings.Milliamps, 23, 25);
        Assert.Equal(-8, rig.Fxo.Readings.Volts);
        rig.Fxo.SetOffHook(false);
        rig.Until(() => rig.Line.State == ExchangeLineState.Idle, 2000);
        Assert.Equal(0, rig.Fxo.Readings.Milliamps);
    }

    [Fact]
    public void Levels_are_right_in_a_country_that_forbids_the_full_scale_too()
    {
        using var rig = ProSlicRig.Up(CountryTable.Get("JP"));
        rig.Line.Ring(new SimulatedCaller { Speech = Tone, SpeechDelay = TimeSpan.FromMilliseconds(500) });
        rig.Run(300);
        rig.Fxo.SetOffHook(true);
        rig.Run(100);
        rig.Send(rig.Fxo, Other);
        rig.Heard["fxo1"].Clear();
        rig.Run(2500);
        Same(Tone, [.. rig.Heard["fxo1"]]);
        Same(Other, rig.Line.Heard());
    }

    [Fact]
    public void Sound_comes_on_hook_for_a_callers_number()
    {
        using var rig = ProSlicRig.Up();
        rig.Line.Ring(new SimulatedCaller { Number = "5551234" });
        rig.Run(2400);
        Assert.All(rig.Heard["fxo1"], sample => Assert.Equal(0, sample));
        rig.Run(1500);
        Assert.Contains(rig.Heard["fxo1"], sample => Math.Abs((int)sample) > 1000);
        Assert.False(rig.Fxo.IsOffHook);
    }

    [Fact]
    public void A_flash_is_as_long_as_it_was_asked()
    {
        using var rig = ProSlicRig.Up();
        Connect(rig);
        rig.Fxo.Flash(TimeSpan.FromMilliseconds(500));
        rig.Run(800);
        Assert.Equal(1, rig.Line.FlashesSeen);
        Assert.Contains(rig.Line.RecentActivity(), one => one.Text.Contains("500 ms", StringComparison.Ordinal));
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        Assert.True(rig.Fxo.IsOffHook);
    }

    [Fact]
    public void Pulses_reach_the_exchange_and_their_end_is_told()
    {
        using var rig = ProSlicRig.Up();
        Assert.Throws<InvalidOperationException>(() => rig.Fxo.SendPulses("1"));
        Assert.Throws<ArgumentException>(() => rig.Fxo.SendPulses("1*"));
        rig.Fxo.SetOffHook(true);
        rig.Until(() => rig.Line.State == ExchangeLineState.DialTone, 3000);
        rig.Fxo.SendPulses("5910");
        rig.Until(() => rig.Kinds(rig.Fxo).Contains(LineEventKind.PulsesSent), 10_000);
        rig.Run(300);
        Assert.Equal("5910", rig.Line.DialledDigits);
        Assert.Equal([LineEventKind.PulsesSent], rig.Kinds(rig.Fxo));
    }

    [Fact]
    public void A_hang_up_drops_what_is_being_dialled()
    {
        using var rig = ProSlicRig.Up();
        rig.Fxo.SetOffHook(true);
        rig.Until(() => rig.Line.State == ExchangeLineState.DialTone, 3000);
        rig.Fxo.SendPulses("0000");
        rig.Run(500);
        rig.Fxo.SetOffHook(false);
        rig.Run(5000);
        Assert.Equal(ExchangeLineState.Idle, rig.Line.State);
        Assert.Empty(rig.Events["fxo1"]);
    }

    [Theory]
    [InlineData(HangUpSignal.BatteryDrop, LineEventKind.BatteryLost)]
    [InlineData(HangUpSignal.PolarityReversal, LineEventKind.PolarityReversed)]
    public void Signs_of_a_hang_up_are_told(HangUpSignal sign, LineEventKind told)
    {
        using var rig = ProSlicRig.Up(options: ProSlicRig.Clean with { HangUpSignals = [sign] });
        Connect(rig);
        var at = rig.Time.Elapsed;
        rig.Line.HangUp();
        rig.Run(1500);
        Assert.Equal(told, rig.Kinds(rig.Fxo).First());
        Assert.InRange((rig.Events["fxo1"][0].At - at).TotalMilliseconds, 0, 40);
        var restored = rig.Events["fxo1"].Where(one => one.Kind == LineEventKind.BatteryRestored).ToList();
        Assert.Equal(told == LineEventKind.BatteryLost ? 1 : 0, restored.Count);
        Assert.Equal(told == LineEventKind.PolarityReversed ? 8 : -8, rig.Fxo.Readings.Volts);
    }

    [Fact]
    public void A_cut_line_loses_its_battery_and_gets_it_back()
    {
        using var rig = ProSlicRig.Up();
        rig.Line.Unplug();
        rig.Run(200);
        Assert.False(rig.Fxo.HasBattery);
        Assert.Equal(0, rig.Fxo.Readings.Volts);
        rig.Line.PlugIn();
        rig.Run(200);
        Assert.True(rig.Fxo.HasBattery);
        Assert.Equal([LineEventKind.BatteryLost, LineEventKind.BatteryRestored], rig.Kinds(rig.Fxo));
        Assert.Null(rig.Fxo.Fault);
    }

    [Fact]
    public void What_was_measured_is_kept_a_sample_a_second()
    {
        using var rig = ProSlicRig.Up();
        rig.Run(3000);
        rig.Fxo.SetOffHook(true);
        rig.Run(2000);
        var history = rig.Fxo.RecentReadings;
        Assert.InRange(history.Count, 5, 15);
        Assert.Equal(new LineReadings(-48, 0), history[^4].Most);
        Assert.Equal(-8, history[^2].Most.Volts);
        Assert.InRange(history[^1].Last.Milliamps, 23, 25);
    }

    [Theory]
    [InlineData("current", "sees more loop current than it may carry")]
    [InlineData("overload", "is overloaded by the sound on the line")]
    public void An_alarm_takes_the_line_out_of_order_and_it_comes_back_by_itself(string alarm, string words)
    {
        using var rig = ProSlicRig.Up();
        Connect(rig);
        (rig.FxoFaults.HasOverCurrent, rig.FxoFaults.IsOverloaded) = (alarm == "current", alarm == "overload");
        rig.Until(() => rig.Fxo.Fault is not null, 1500);
        Assert.Contains(words, rig.Fxo.Fault, StringComparison.Ordinal);
        Assert.False(rig.Fxo.IsOffHook);
        Assert.Equal(LineEventKind.FaultBegan, rig.Kinds(rig.Fxo).Last());
        rig.Until(() => rig.Line.State == ExchangeLineState.Idle, 3000);
        rig.Until(() => rig.Fxo.Fault is null, 7000);
        Assert.All(rig.Ports.Skip(1), port => Assert.Empty(rig.Kinds(port)));
    }

    private static void Connect(ProSlicRig rig)
    {
        rig.Line.Ring(new SimulatedCaller());
        rig.Run(300);
        rig.Fxo.SetOffHook(true);
        rig.Run(300);
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        rig.Forget();
    }

    private static void Same(short[] said, short[] heard)
    {
        var comparison = SoundComparison.Of(said, heard, heard.Length - said.Length);
        Assert.InRange(comparison.LevelDb, -0.1, 0.1);
        Assert.InRange(comparison.SignalToNoiseDb, 40, double.PositiveInfinity);
    }
}
