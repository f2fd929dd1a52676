using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Lines.Fxs;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxs;

public sealed class FxsDiallingTests
{
    private readonly FxsScript _phone = new(TestCountries.Germany);

    [Fact]
    public void Lifting_gives_dial_tone_and_the_first_digit_stops_it()
    {
        _phone.Lifts(1).Dials(2, "102");
        Assert.Equal(
            ["1 Play Dial", "1 is OffHook: Lifted.", "2 Silence", "2 Silence", "2 Silence", "2 Dial 102 as 1", "2 is InCall: Dialled 102."],
            _phone.Log);
    }

    [Fact]
    public void A_rotary_dial_stops_the_tone_as_it_begins_to_run()
    {
        _phone.Lifts(1).Forget().At(2, new FxsEvent.PulsesBegan());
        Assert.Equal(["2 Silence"], _phone.Log);
    }

    [Fact]
    public void A_number_that_could_go_on_is_dialled_after_a_pause()
    {
        _phone.Lifts(1).At(2, new FxsEvent.Digit('1', DialVerdict.CompleteOrMore)).RunTo(5.9);
        Assert.Null(_phone.State.Active);
        _phone.RunTo(6);
        Assert.Contains("6 Dial 1 as 1", _phone.Log);
    }

    [Fact]
    public void A_number_that_could_go_on_is_dialled_at_the_hash_key()
    {
        _phone.Lifts(1).At(2, new FxsEvent.Digit('1', DialVerdict.CompleteOrMore)).At(3, new FxsEvent.Digit('#', DialVerdict.Refused));
        Assert.Contains("3 Dial 1 as 1", _phone.Log);
    }

    [Fact]
    public void An_unfinished_number_gets_congestion_tone_then_the_howler_then_silence()
    {
        _phone.Lifts(0).At(2, new FxsEvent.Digit('1', DialVerdict.Incomplete)).Forget().RunTo(1000);
        Assert.Equal(
            [
                "12 Play Congestion",
                "12 is OffHook: Dialled 1 and no more, which is no whole number.",
                "32 Play Howler",
                "32 is LeftOffHook: Left off-hook: it sounds the howler and gets no calls until it is hung up.",
                "92 Silence",
            ],
            _phone.Log);
        Assert.Equal(PhoneStatus.LeftOffHook, _phone.State.Status);
        Assert.Equal(PhoneStatus.Idle, _phone.HangsUp(1001).State.Status);
    }

    [Fact]
    public void Nothing_dialled_ends_in_congestion_tone()
    {
        _phone.Lifts(0).Forget().RunTo(15);
        Assert.Equal(["15 Play Congestion", "15 is OffHook: Off-hook without dialling."], _phone.Log);
    }

    [Fact]
    public void A_refused_number_gets_congestion_tone_and_flash_gives_dial_tone_again()
    {
        _phone.Lifts(0).Forget().At(1, new FxsEvent.Digit('9', DialVerdict.Refused)).Flashes(3);
        Assert.Equal(["1 Play Congestion", "3 Play Dial"], _phone.Log.Where(entry => entry.Contains("Play", StringComparison.Ordinal)));
    }

    [Fact]
    public void Digits_without_end_are_refused()
    {
        _phone.Lifts(0);
        for (var i = 0; i < FxsTimings.MaxDigits; i++)
        {
            _phone.At(1, new FxsEvent.Digit('1', DialVerdict.Incomplete));
        }

        Assert.Equal(FxsPhase.Reorder, _phone.State.Phase);
    }

    [Theory]
    [InlineData(CauseCode.HungUp, "Congestion", 3)]
    [InlineData(CauseCode.Busy, "Busy", 10)]
    [InlineData(CauseCode.Refused, "Congestion", 10)]
    [InlineData(CauseCode.NoLine, "Congestion", 10)]
    public void The_end_of_a_call_sounds_for_a_while_and_then_dial_tone_comes_again(CauseCode code, string tone, int seconds)
    {
        _phone.Lifts(0).Dials(1, "102").Forget().LosesLeg(10, 1, code).RunTo(24);
        Assert.Equal(
            [
                $"10 Play {tone}",
                "10 StopBeep",
                $"10 is OffHook: {code}.",
                $"{10 + seconds} Play Dial",
                $"{10 + seconds} is OffHook: Still off-hook.",
            ],
            _phone.Log);
    }

    [Fact]
    public void Where_phones_know_it_the_battery_goes_away_for_half_a_second_first()
    {
        var american = new FxsScript(TestCountries.UnitedStates);
        american.Lifts(0).Dials(1, "102").Forget().LosesLeg(10, 1).RunTo(11).At(11, new FxsEvent.HookChecked(true));
        Assert.Equal(
            ["10 Silence", "10 CutBattery", "10 is OffHook: HungUp.", "10.5 FeedBattery", "10.65 CheckHook", "11 Play Congestion"],
            american.Log);
    }

    [Fact]
    public void A_phone_hung_up_while_the_battery_was_away_is_idle()
    {
        var american = new FxsScript(TestCountries.UnitedStates);
        american.Lifts(0).Dials(1, "102").LosesLeg(10, 1).RunTo(11).At(11, new FxsEvent.HookChecked(false));
        Assert.Equal(FxsPhase.Idle, american.State.Phase);
    }

    [Fact]
    public void Ringback_is_heard_while_the_far_end_rings()
    {
        _phone.Lifts(0).Dials(1, "102").Forget().At(2, new FxsEvent.FarEndRings(1));
        Assert.Equal(["2 Ringback 1"], _phone.Log);
    }
}
