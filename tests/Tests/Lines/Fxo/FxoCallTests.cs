using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxo;

public sealed class FxoCallTests
{
    [Fact]
    public void An_answered_line_goes_off_hook_and_listens_for_the_end()
    {
        var line = Ringing(TestCountries.UnitedStates);
        line.At(8500, new FxoEvent.Answer());
        Assert.Equal(["8500 OffHook", "8500 listens for Dtmf, CallProgress", "8500 is InUse: Answered."], line.Log);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void A_break_of_battery_ends_a_call_when_it_is_long_enough(double lengthMs, bool ends)
    {
        var line = Talking(TestCountries.UnitedStates);
        line.At(20_000, LineEventKind.BatteryLost).RunTo(20_000 + lengthMs).At(20_000 + lengthMs, LineEventKind.BatteryRestored);
        Assert.Equal(ends, line.State.Phase == FxoPhase.Releasing);
        Assert.Equal(ends, line.Log.Any(entry => entry.Contains("current disconnect", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_break_of_300_ms_and_a_reversal_as_the_line_is_answered_mean_nothing()
    {
        var line = Ringing(TestCountries.Japan);
        line.At(8500, new FxoEvent.Answer())
            .At(8600, LineEventKind.BatteryLost).At(8900, LineEventKind.BatteryRestored)
            .At(9000, LineEventKind.PolarityReversed).RunTo(20_000);
        Assert.Equal(FxoPhase.Talking, line.State.Phase);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(200, false)]
    [InlineData(300, true)]
    public void A_reversal_ends_a_call_unless_it_turns_back_like_a_pulse(double lengthMs, bool ends)
    {
        var line = Talking(TestCountries.Japan);
        line.At(20_000, LineEventKind.PolarityReversed).At(20_000 + lengthMs, LineEventKind.PolarityReversed).RunTo(20_900);
        Assert.Equal(ends, line.State.Phase == FxoPhase.Releasing);
    }

    [Theory]
    [InlineData(ToneKind.Busy, "busy")]
    [InlineData(ToneKind.Congestion, "congestion")]
    [InlineData(ToneKind.Dial, "dial")]
    public void A_tone_of_the_exchange_ends_a_call_and_the_line_is_free_after_the_guard_time(ToneKind tone, string name)
    {
        var line = Talking(TestCountries.Germany);
        line.Hears(20_000, tone).RunTo(30_000);
        Assert.Equal(
            [
                "20000 OnHook",
                $"20000 ends the leg, HungUp: The far end hung up: {name} tone was heard on the line.",
                "20000 listens for CallerId",
                $"20000 is InUse: The far end hung up: {name} tone was heard on the line.",
                "21000 listens for CallerId",
                "21000 is Idle: Ready.",
            ],
            line.Log);
    }

    [Fact]
    public void Ringback_and_information_tones_end_nothing()
    {
        var line = Talking(TestCountries.Germany);
        line.Hears(20_000, ToneKind.Ringback).Hears(21_000, ToneKind.Info).RunTo(30_000);
        Assert.Equal(FxoPhase.Talking, line.State.Phase);
    }

    [Fact]
    public void Dial_tone_after_a_recall_is_its_answer_and_no_hang_up()
    {
        var line = Talking(TestCountries.Germany);
        line.At(20_000, new FxoEvent.Recall()).Hears(21_000, ToneKind.Dial);
        Assert.Equal(["20000 SendRecall"], line.Log);
        line.Hears(60_000, ToneKind.Dial);
        Assert.Equal(FxoPhase.Releasing, line.State.Phase);
    }

    [Fact]
    public void The_box_hangs_up_and_the_line_takes_a_new_ring_even_in_the_guard_time()
    {
        var line = Talking(TestCountries.UnitedStates);
        line.At(20_000, new FxoEvent.Release());
        Assert.Equal(["20000 OnHook", "20000 ForgetLeg", "20000 listens for CallerId", "20000 is InUse: Hung up."], line.Log);
        line.At(20_500, LineEventKind.RingBegan).RunTo(21_000);
        Assert.Equal(LineStatus.Ringing, line.State.Status);
    }

    [Fact]
    public void A_glitch_in_the_guard_time_begins_it_anew()
    {
        var line = Talking(TestCountries.UnitedStates);
        var free = 20_950 + (int)FxoTimings.For(TestCountries.UnitedStates).Guard.TotalMilliseconds;
        line.At(20_000, new FxoEvent.Release()).Rings(20_900, 20_950).RunTo(free - 1);
        Assert.False(line.State.IsFree);
        line.RunTo(free);
        Assert.True(line.State.IsFree);
    }

    [Fact]
    public void A_cable_pulled_in_a_call_ends_it_and_then_shows_as_no_battery()
    {
        var line = Talking(TestCountries.UnitedStates);
        line.At(20_000, LineEventKind.BatteryLost).RunTo(40_000);
        Assert.Equal("21200 is NoBattery: No battery on the line: it is unplugged, or the exchange has a fault.", line.Log[^1]);
        line.At(40_000, LineEventKind.BatteryRestored).RunTo(41_000);
        Assert.True(line.State.IsFree);
    }

    private static FxoScript Ringing(Country country)
    {
        var line = new FxoScript(country);
        line.Rings(0, 1000).Rings(5000, 6000).RunTo(8000);
        _ = line.Log;
        Assert.Equal(FxoPhase.Ringing, line.State.Phase);
        return line;
    }

    private static FxoScript Talking(Country country)
    {
        var line = Ringing(country).At(8500, new FxoEvent.Answer());
        _ = line.Log;
        return line;
    }
}
