using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxo;

public sealed class FxoDiallingTests
{
    private readonly FxoScript _us = new(TestCountries.UnitedStates);
    private readonly FxoScript _japan = new(TestCountries.Japan);

    [Fact]
    public void A_call_waits_for_dial_tone_dials_and_counts_as_answered_with_the_reason_told()
    {
        _us.Seizes(0, "5551234").Hears(700, ToneKind.Dial).At(1700, new FxoEvent.DigitsSent());
        Assert.Equal(
            [
                "0 OffHook",
                "0 listens for CallProgress",
                "0 is InUse: Seized to dial 5551234; waiting for dial tone.",
                "700 is InUse: Dial tone heard; dialling 5551234.",
                "700 sends 5551234",
                "1700 is InUse: Dialled 5551234; the line does not show the answer, so the call counts as answered from here.",
                "1700 MarkAudible",
                "1700 MarkAnswered",
            ],
            _us.Log);
    }

    [Theory]
    [InlineData(true, "the exchange may still hold an earlier call on the line")]
    [InlineData(false, "the line is broken or unplugged")]
    public void No_dial_tone_ends_the_call_with_a_reason(bool current, string words)
    {
        _us.LoopCurrent = current;
        _us.Seizes(0, "5551234").RunTo(5000);
        var log = _us.Log;
        Assert.Contains(log, entry => entry.StartsWith("5000 ends the leg, LineFault: No dial tone", StringComparison.Ordinal)
            && entry.Contains(words, StringComparison.Ordinal));
        Assert.Contains("5000 OnHook", log);
        _us.RunTo(7000);
        Assert.True(_us.State.IsFree);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_emergency_number_is_dialled_blind_as_long_as_current_flows(bool current)
    {
        _us.LoopCurrent = current;
        _us.Seizes(0, "911", blind: true).RunTo(5000);
        Assert.Equal(current ? FxoPhase.Dialling : FxoPhase.Releasing, _us.State.Phase);
    }

    [Fact]
    public void Pauses_are_kept_between_groups_of_digits()
    {
        _us.Seizes(0, "0,,123").Hears(500, ToneKind.Dial).At(700, new FxoEvent.DigitsSent()).RunTo(5000);
        Assert.Equal(["500 sends 0", "4700 sends 123"], _us.Log.Where(entry => entry.Contains(" sends ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Digits_that_never_go_out_end_the_call()
    {
        _us.Seizes(0, "12").Hears(500, ToneKind.Dial).RunTo(60_000);
        Assert.Contains("8500 ends the leg, LineFault: The digits could not be sent on the line.", _us.Log);
    }

    [Theory]
    [InlineData(ToneKind.Busy, "Busy: The number is busy: busy tone was heard.")]
    [InlineData(ToneKind.Congestion, "NoLine: The exchange has no free path to the number: congestion tone was heard.")]
    [InlineData(ToneKind.Unobtainable, "Refused: The number cannot be reached: number-unobtainable tone was heard.")]
    public void A_tone_soon_after_dialling_says_why_the_number_was_not_reached(ToneKind tone, string end)
    {
        Dialled(_us).Hears(6000, tone);
        Assert.Contains($"6000 ends the leg, {end}", _us.Log);
    }

    [Fact]
    public void Busy_tone_long_after_dialling_is_a_hang_up()
    {
        Dialled(_us).Hears(40_000, ToneKind.Busy);
        Assert.Contains("40000 ends the leg, HungUp: The far end hung up: busy tone was heard on the line.", _us.Log);
    }

    [Fact]
    public void Ringback_that_stops_is_an_answer_unless_busy_tone_follows()
    {
        Dialled(_us).Hears(3000, ToneKind.Ringback).At(50_000, new FxoEvent.ToneOver(ToneKind.Ringback)).RunTo(54_000);
        Assert.Equal(FxoPhase.Talking, _us.State.Phase);
        Dialled(_japan).Hears(3000, ToneKind.Ringback).At(50_000, new FxoEvent.ToneOver(ToneKind.Ringback)).Hears(52_000, ToneKind.Busy);
        Assert.Contains("52000 ends the leg, Busy: The number is busy: busy tone was heard.", _japan.Log);
    }

    [Fact]
    public void A_line_that_shows_the_answer_is_waited_for()
    {
        Dialled(_japan).At(9000, LineEventKind.PolarityReversed).RunTo(10_000);
        Assert.Equal(
            [
                "9250 listens for Dtmf, CallProgress",
                "9250 is InUse: The exchange reversed the line: the far end answered.",
                "9250 MarkAnswered",
            ],
            _japan.Log);
        _japan.At(9700, LineEventKind.PolarityReversed).RunTo(10_000);
        Assert.Equal(FxoPhase.Releasing, _japan.State.Phase);
    }

    [Fact]
    public void A_line_learns_that_it_shows_the_answer()
    {
        Dialled(_us).At(9000, LineEventKind.PolarityReversed).At(20_000, LineEventKind.PolarityReversed).RunTo(30_000);
        Assert.True(_us.State.IsFree);
        _ = _us.Log;
        _us.Seizes(30_000, "5").Hears(30_700, ToneKind.Dial).At(31_000, new FxoEvent.DigitsSent());
        Assert.Equal(["31000 is InUse: Dialled 5; the line will show the answer.", "31000 MarkAudible"], _us.Log.TakeLast(2));
    }

    [Fact]
    public void A_line_that_should_show_the_answer_and_does_not_is_taken_as_answered_in_the_end()
    {
        Dialled(_japan).RunTo(48_000);
        Assert.Equal("47000 MarkAnswered", _japan.Log[^1]);
    }

    [Fact]
    public void A_reversal_while_the_call_is_set_up_is_neither_answer_nor_hang_up()
    {
        _japan.Seizes(0, "5").At(300, LineEventKind.PolarityReversed).At(500, LineEventKind.BatteryLost)
            .At(800, LineEventKind.BatteryRestored).Hears(1000, ToneKind.Dial).At(1100, LineEventKind.PolarityReversed).RunTo(1500);
        Assert.Equal(FxoPhase.Dialling, _japan.State.Phase);
    }

    [Fact]
    public void A_caller_who_rings_in_the_moment_of_seizure_gets_the_line()
    {
        _us.Seizes(0, "5551234");
        _ = _us.Log;
        _us.Rings(10, 60).RunTo(2000);
        Assert.Equal(
            [
                "1510 ends the leg, NoLine: A caller rang in the moment when the line was seized, and has it now.",
                "1510 listens for Dtmf, CallProgress",
                "1510 is InUse: A caller rang in the moment when the line was seized for a call out.",
                "1510 announces an unknown caller: No caller ID: the line was being seized for a call out as the caller rang.",
            ],
            _us.Log);
    }

    [Fact]
    public void A_splash_in_the_moment_of_seizure_does_not_stop_the_call_when_dial_tone_comes()
    {
        _us.Seizes(0, "5551234").Rings(10, 60).Hears(900, ToneKind.Dial);
        Assert.Equal("900 sends 5551234", _us.Log[^1]);
    }

    [Theory]
    [InlineData("0123456789*#", false, null)]
    [InlineData("0,,123", false, null)]
    [InlineData("123", true, null)]
    [InlineData("", false, "The number has no digit.")]
    [InlineData(",", false, "The number has no digit.")]
    [InlineData("12a", false, "'a' cannot be dialled; use 0 to 9, * and #, and a comma for a pause.")]
    [InlineData("12\u0663", false, "'\u0663' cannot be dialled; use 0 to 9, * and #, and a comma for a pause.")]
    [InlineData("1,,,,,,,,,2", false, "The number has more than 8 pauses.")]
    [InlineData("*21", true, "'*' cannot be dialled by pulses, which is all that this line takes (dialling: pulse).")]
    public void Numbers_are_checked_before_the_line_is_touched(string text, bool pulses, string? error)
    {
        Assert.Equal(error is null, DialString.TryParse(text, pulses, out _, out var found));
        Assert.Equal(error, found);
    }

    private static FxoScript Dialled(FxoScript line)
    {
        line.Seizes(0, "5551234").Hears(700, ToneKind.Dial).At(2000, new FxoEvent.DigitsSent());
        _ = line.Log;
        return line;
    }
}
