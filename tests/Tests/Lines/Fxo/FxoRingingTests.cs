using Switchhook.Audio;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxo;

public sealed class FxoRingingTests
{
    private readonly FxoScript _us = new(TestCountries.UnitedStates);

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(149)]
    public void A_splash_is_no_ring(double lengthMs)
    {
        _us.Rings(1000, 1000 + lengthMs).RunTo(60_000);
        Assert.Empty(_us.Log);
        Assert.Equal(FxoPhase.Idle, _us.State.Phase);
    }

    [Fact]
    public void A_ring_is_told_at_once_and_the_caller_is_announced_when_the_caller_id_has_come()
    {
        _us.Rings(0, 2000).CallerId(3200, "5551234");
        Assert.Equal(
            [
                "150 is Ringing: A caller rings.",
                "3200 listens for None",
                "3200 announces 5551234: Caller ID by FSK (Bell 202).",
            ],
            _us.Log);
    }

    [Fact]
    public void Without_caller_id_the_caller_is_announced_as_the_second_ring_begins()
    {
        _us.Rings(0, 2000).At(6000, LineEventKind.RingBegan);
        Assert.Equal("6000 announces an unknown caller: No caller ID: none came between the first and the second ring.", _us.Log[^1]);
    }

    [Fact]
    public void A_long_pause_does_not_hold_the_caller_back()
    {
        _us.Rings(0, 2000).RunTo(7999);
        Assert.Equal("7150 announces an unknown caller: No caller ID: none came within 7 s of the first ring.", _us.Log[^1]);
    }

    [Fact]
    public void The_gap_inside_a_double_ring_does_not_end_the_wait_for_caller_id()
    {
        var late = new FxoScript(TestCountries.UnitedKingdom with { CallerId = TestCountries.UnitedStates.CallerId });
        late.Rings(0, 400).Rings(600, 1000).CallerId(2000, "5551234");
        Assert.Equal("2000 announces 5551234: Caller ID by FSK (Bell 202).", late.Log[^1]);
    }

    [Fact]
    public void Caller_id_before_the_first_ring_goes_with_that_ring()
    {
        var british = new FxoScript(TestCountries.UnitedKingdom);
        british.CallerId(1000, "02079460000").Rings(1400, 1800);
        Assert.Equal("1550 announces 02079460000: Caller ID by FSK (Bell 202).", british.Log[^1]);
    }

    [Fact]
    public void A_line_learns_that_its_caller_id_comes_first_and_then_nobody_waits_for_it_after_the_ring()
    {
        var british = new FxoScript(TestCountries.UnitedKingdom);
        british.CallerId(1000, "02079460000").Rings(1400, 1800).RunTo(20_000).Rings(20_000, 20_400);
        Assert.Equal("20150 announces an unknown caller: No caller ID: none came before the first ring.", british.Log[^1]);
    }

    [Fact]
    public void Caller_id_long_before_a_ring_does_not_belong_to_it()
    {
        var british = new FxoScript(TestCountries.UnitedKingdom);
        british.CallerId(1000, "02079460000").Rings(12_000, 12_400).Rings(12_600, 13_000).At(15_000, LineEventKind.RingBegan);
        Assert.EndsWith("none came between the first and the second ring.", british.Log[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NumberAbsence.Withheld, "The caller withheld the number (caller ID by FSK (Bell 202)).", true)]
    [InlineData(NumberAbsence.Unavailable, "The exchange does not know the number (caller ID by FSK (Bell 202)).", false)]
    public void Why_a_number_is_missing_is_kept(NumberAbsence absence, string why, bool withheld)
    {
        var caller = CallerIdWords.Describe(new CallerIdMessage(null, null, absence, null, CallerIdScheme.FskBell202));
        Assert.Equal((why, withheld), (caller.Why, caller.Withheld));
    }

    [Fact]
    public void Caller_id_from_the_wire_is_cut_and_cleaned()
    {
        var caller = CallerIdWords.Describe(
            new CallerIdMessage(new string('9', 500), "A\u0007nn\r\n ", null, null, CallerIdScheme.Dtmf));
        Assert.Equal((32, "Ann"), (caller.Number!.Length, caller.Name));
    }

    [Fact]
    public void Ringing_that_stops_for_longer_than_its_longest_pause_means_that_the_caller_gave_up()
    {
        _us.Rings(0, 2000).Rings(6000, 8000).RunTo(13_999);
        Assert.Equal(LineStatus.Ringing, _us.State.Status);
        _ = _us.Log;
        _us.RunTo(14_000);
        Assert.Equal(
            [
                "14000 ends the leg, HungUp: The caller hung up before anyone answered: the ringing stopped.",
                "14000 listens for CallerId",
                "14000 is Idle: The caller gave up; ready.",
            ],
            _us.Log);
    }

    [Fact]
    public void A_call_given_up_by_the_flow_does_not_come_back_with_the_next_ring()
    {
        _us.Rings(0, 2000).Rings(6000, 8000).At(9000, new FxoEvent.Release());
        _ = _us.Log;
        _us.Rings(12_000, 14_000).RunTo(19_999);
        Assert.Empty(_us.Log);
        Assert.False(_us.State.IsFree);
        _us.RunTo(20_000);
        Assert.Equal("20000 is Idle: The ringing stopped; ready.", _us.Log[^1]);
    }

    [Fact]
    public void Battery_lost_while_the_caller_is_unknown_leaves_a_missed_call_and_a_faulty_line()
    {
        _us.Rings(0, 2000).At(2500, LineEventKind.BatteryLost);
        _ = _us.Log;
        _us.RunTo(4000);
        Assert.Equal(
            [
                "3500 announces an unknown caller: No caller ID: the line lost its battery before it could come.",
                "3500 ends the leg, LineFault: The line lost its battery while it rang.",
                "3500 listens for None",
                "3500 is NoBattery: No battery on the line: it is unplugged, or the exchange has a fault.",
            ],
            _us.Log);
    }

    [Fact]
    public void A_short_loss_of_battery_is_nothing_and_its_return_is_told()
    {
        _us.At(0, LineEventKind.BatteryLost).At(900, LineEventKind.BatteryRestored).RunTo(5000);
        Assert.Empty(_us.Log);
        _us.At(5000, LineEventKind.BatteryLost).At(7000, LineEventKind.BatteryRestored).RunTo(8000);
        Assert.Equal("7500 is Idle: The battery is back; ready.", _us.Log[^1]);
    }
}
