using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class HangUpTests
{
    [Fact]
    public void Battery_drops_for_its_time_and_busy_tone_follows()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { BatteryDrop = Lands.Ms(350) });
        rig.Connect();
        rig.FxoEvents.Clear();
        rig.Line.HangUp();
        rig.Block();
        Assert.Equal(new LineReadings(0, 0), rig.Fxo.Readings);
        Assert.False(rig.Fxo.HasBattery);
        rig.Run(2000);

        Assert.Equal([LineEventKind.BatteryLost, LineEventKind.BatteryRestored], rig.FxoEvents.Select(e => e.Kind));
        Assert.Equal(Lands.Ms(350), rig.FxoEvents[1].At - rig.FxoEvents[0].At);
        Assert.Equal(ExchangeLineState.Released, rig.Line.State);
        var tone = rig.FromLine.Skip(350 * 8).Take(500 * 8).ToArray();
        Assert.Equal(-13, Sound.Dbm0At(tone, 480), 0.1);
        Assert.Equal(-13, Sound.Dbm0At(tone, 620), 0.1);
        Assert.True(IsSilent(rig.FromLine.Skip(850 * 8).Take(500 * 8)));
        Assert.Equal(-10, Sound.Dbm0(rig.FromLine.Skip(1350 * 8).Take(500 * 8)), 0.1);
    }

    [Fact]
    public void Polarity_turns_and_comes_back_when_the_box_has_cleared()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { HangUpSignals = [HangUpSignal.PolarityReversal] });
        rig.Connect();
        rig.FxoEvents.Clear();
        rig.Line.HangUp();
        rig.Run(500);
        Assert.Equal([LineEventKind.PolarityReversed], rig.FxoEvents.Select(e => e.Kind));
        Assert.Equal(7.92, rig.Fxo.Readings.Volts, 3);

        rig.Fxo.SetOffHook(false);
        rig.Run(2000);
        Assert.Equal(ExchangeLineState.Idle, rig.Line.State);
        Assert.Equal(new LineReadings(-48, 0), rig.Fxo.Readings);
        Assert.Equal(2, rig.FxoEvents.Count);
    }

    [Fact]
    public void Busy_tone_gives_way_to_dial_tone_that_can_be_dialled_into()
    {
        var options = SimulatorRig.Clean with
        {
            HangUpSignals = [HangUpSignal.BusyTone, HangUpSignal.DialTone],
            BusyTone = Lands.Ms(3000),
        };
        var rig = new SimulatorRig(options: options);
        rig.Connect();
        rig.Line.HangUp();
        rig.Run(2990);
        Assert.Equal(ExchangeLineState.Released, rig.Line.State);
        rig.Run(40);
        Assert.Equal(ExchangeLineState.DialTone, rig.Line.State);
        rig.SendToLine(Sound.Keys("42"));
        rig.Run(500);
        Assert.Equal("42", rig.Line.DialledDigits);
    }

    [Fact]
    public void Silence_is_all_that_a_line_without_signs_gives()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { HangUpSignals = [] });
        rig.Connect(new SimulatedCaller { Speech = Sound.Sine(100, (1000, -10)), LoopSpeech = true });
        rig.Line.HangUp();
        rig.FxoEvents.Clear();
        rig.FromLine.Clear();
        rig.Run(5000);

        Assert.Empty(rig.FxoEvents);
        Assert.True(IsSilent(rig.FromLine));
        Assert.Equal(ExchangeLineState.Released, rig.Line.State);
    }

    [Fact]
    public void The_exchange_clears_when_the_break_is_longer_than_the_longest_flash()
    {
        var rig = new SimulatorRig();
        rig.Connect();
        rig.Fxo.SetOffHook(false);
        rig.Run(1080);
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
        rig.Run(60);
        Assert.Equal(ExchangeLineState.Idle, rig.Line.State);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(93.5, 0)]
    public void A_break_as_long_as_a_flash_is_one_and_the_call_goes_on(double milliseconds, int flashes)
    {
        var rig = new SimulatorRig();
        rig.Connect();
        rig.Fxo.Flash(Lands.Ms(milliseconds));
        rig.Run(2000);

        Assert.Equal(flashes, rig.Line.FlashesSeen);
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
    }

    [Fact]
    public void A_cut_line_has_no_battery_and_ends_the_call()
    {
        var rig = new SimulatorRig();
        rig.Connect();
        rig.Line.Unplug();
        rig.FxoEvents.Clear();
        rig.Run(100);
        Assert.Equal(ExchangeLineState.Unplugged, rig.Line.State);
        Assert.Equal([LineEventKind.BatteryLost], rig.FxoEvents.Select(e => e.Kind));

        rig.Line.Ring(new SimulatedCaller());
        rig.Fxo.SetOffHook(false);
        rig.Run(2000);
        rig.Line.PlugIn();
        rig.Run(100);
        Assert.Equal([LineEventKind.BatteryLost, LineEventKind.BatteryRestored], rig.FxoEvents.Select(e => e.Kind));
        Assert.Equal(ExchangeLineState.Idle, rig.Line.State);
        Assert.Equal(1, rig.Line.CallersTurnedAway);
    }

    private static bool IsSilent(IEnumerable<short> samples) => samples.All(s => s == 0);
}
