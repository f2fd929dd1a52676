using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Lines.Fxs;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxs;

public sealed class FxsCallTests
{
    private readonly FxsScript _phone = new(TestCountries.Germany);

    [Fact]
    public void A_call_rings_and_is_answered_by_lifting()
    {
        _phone.IsOffered(1).Lifts(5);
        Assert.Equal(
            ["1 Ring 1", "1 is Ringing: Rings: Ann calls.", "5 StopRing", "5 Connect 1", "5 Answer 1", "5 is InCall: Answered."],
            _phone.Log);
        _phone.HangsUp(60);
        Assert.Equal(["60 StopBeep", "60 End 1: Phone 101 hung up.", "60 Rest", "60 is Idle: Hung up."], _phone.Log);
    }

    [Fact]
    public void Ringing_stops_at_once_when_the_call_goes_elsewhere()
    {
        _phone.IsOffered(1).Forget().LosesLeg(5, 1, CauseCode.AnsweredElsewhere);
        Assert.Equal(["5 StopRing", "5 Rest", "5 is Idle: AnsweredElsewhere."], _phone.Log);
    }

    [Fact]
    public void Flash_puts_the_call_on_hold_for_dial_tone_and_takes_it_back()
    {
        InCall().Flashes(10).Flashes(12);
        Assert.Equal(
            [
                "10 Hold 1",
                "10 Play DialRecall",
                "10 is InCall: Put the call on hold.",
                "12 Connect 1",
                "12 Take back 1",
                "12 is InCall: Took back the call on hold.",
            ],
            _phone.Log);
    }

    [Fact]
    public void Hanging_up_after_dialling_a_second_party_joins_the_two_others()
    {
        InCall().Flashes(10).Dials(12, "103").Forget().HangsUp(20);
        Assert.Equal(["20 Transfer 1 to 2", "20 Rest", "20 is Idle: Hung up; the other two go on."], _phone.Log);
    }

    [Fact]
    public void Flash_after_dialling_a_second_party_joins_all_three()
    {
        InCall().Flashes(10).Dials(12, "103").Forget().Flashes(20);
        Assert.Equal(["20 Connect 1", "20 Take back 1", "20 Conference 1 with 2"], _phone.Log);
        _phone.LosesLeg(20, 2, CauseCode.Transferred);
        Assert.Equal((FxsPhase.Talking, 1, (int?)null), (_phone.State.Phase, _phone.State.Active, _phone.State.Held));
    }

    [Fact]
    public void When_the_second_party_hangs_up_flash_takes_the_first_back()
    {
        InCall().Flashes(10).Dials(12, "103").LosesLeg(20, 2).Forget().Flashes(21);
        Assert.Equal(["21 Connect 1", "21 Take back 1", "21 is InCall: Took back the call on hold."], _phone.Log);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hanging_up_on_a_party_on_hold_rings_back(bool afterSecondCall)
    {
        InCall().Flashes(10);
        if (afterSecondCall)
        {
            _phone.Dials(12, "103").LosesLeg(20, 2, CauseCode.Busy);
        }

        _phone.Forget().HangsUp(21);
        Assert.Equal(["21 Rest", "21 Ring 1", "21 is Ringing: Hung up; the party on hold rings back."], _phone.Log);
        _phone.Lifts(25);
        Assert.Equal(
            ["25 StopRing", "25 Connect 1", "25 Take back 1", "25 is InCall: Took back the call on hold."], _phone.Log);
    }

    [Fact]
    public void A_party_on_hold_whom_nobody_takes_back_is_let_go()
    {
        InCall().Flashes(10).HangsUp(20).Forget().RunTo(80);
        Assert.Equal(
            [
                "80 StopRing",
                "80 End 1: Phone 101 had put the call on hold and did not answer as it rang back.",
                "80 Rest",
                "80 is Idle: Nobody took the call on hold.",
            ],
            _phone.Log);
    }

    [Fact]
    public void A_party_on_hold_that_hangs_up_while_it_rings_back_stops_the_ringing()
    {
        InCall().Flashes(10).HangsUp(20).Forget().LosesLeg(22, 1);
        Assert.Equal(["22 StopRing", "22 Rest", "22 is Idle: HungUp."], _phone.Log);
    }

    [Fact]
    public void A_party_on_hold_that_hangs_up_leaves_the_second_call_alone()
    {
        InCall().Flashes(10).Dials(12, "103").LosesLeg(15, 1).Forget().HangsUp(20);
        Assert.Equal(["20 StopBeep", "20 End 2: Phone 101 hung up.", "20 Rest", "20 is Idle: Hung up."], _phone.Log);
    }

    [Fact]
    public void A_second_caller_beeps_and_flash_changes_between_the_two()
    {
        InCall().IsOffered(10, "Bob").Flashes(12).Flashes(15).Flashes(18);
        Assert.Equal(
            [
                "10 Beep over 1",
                "12 Hold 1", "12 StopBeep", "12 Connect 2", "12 Answer 2", "12 is InCall: Answered the call that waited.",
                "15 Hold 2", "15 Connect 1", "15 Take back 1",
                "18 Hold 1", "18 Connect 2", "18 Take back 2",
            ],
            _phone.Log);
        _phone.HangsUp(20);
        Assert.Equal(
            [
                "20 StopBeep",
                "20 End 2: Phone 101 hung up.",
                "20 Rest",
                "20 Ring 1",
                "20 is Ringing: Hung up; the party on hold rings back.",
            ],
            _phone.Log);
    }

    [Fact]
    public void Hanging_up_while_a_second_caller_beeps_rings_for_that_caller()
    {
        InCall().IsOffered(10, "Bob").Forget().HangsUp(12).Lifts(15);
        Assert.Equal(
            [
                "12 StopBeep",
                "12 End 1: Phone 101 hung up.",
                "12 Rest",
                "12 Ring 2",
                "12 is Ringing: Hung up; the call that waited rings.",
                "15 StopRing",
                "15 Connect 2",
                "15 Answer 2",
                "15 is InCall: Answered.",
            ],
            _phone.Log);
    }

    [Fact]
    public void A_second_caller_can_be_answered_after_the_first_hung_up()
    {
        InCall().IsOffered(10, "Bob").LosesLeg(12, 1).Forget().Flashes(14);
        Assert.Equal(["14 StopBeep", "14 Connect 2", "14 Answer 2", "14 is InCall: Answered the call that waited."], _phone.Log);
        Assert.Null(_phone.State.Held);
    }

    [Fact]
    public void A_second_caller_who_gives_up_stops_the_beep()
    {
        InCall().IsOffered(10, "Bob").Forget().LosesLeg(12, 2);
        Assert.Equal(["12 StopBeep"], _phone.Log);
        Assert.True(_phone.State.TakesSecondCall);
    }

    [Fact]
    public void A_phone_with_two_calls_takes_no_third()
    {
        InCall().Flashes(10).Dials(12, "103");
        Assert.False(_phone.State.TakesSecondCall);
        Assert.Equal(PhoneStatus.InCall, _phone.State.Status);
    }

    private FxsScript InCall() => _phone.IsOffered(1).Lifts(2).Forget();
}
