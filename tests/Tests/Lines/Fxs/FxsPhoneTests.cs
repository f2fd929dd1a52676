using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxs;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Lines.Fxs;

public sealed class FxsPhoneTests : IDisposable
{
    private static readonly CallerIdentity Ann = new("5551234", "Ann", "");

    private readonly LineBench _bench = new(TestCountries.UnitedStates);
    private readonly FakeFxsPort _port;
    private readonly FxsPhone _phone;

    public FxsPhoneTests()
    {
        _port = new FakeFxsPort("fxs1", _bench.Driver.Time);
        _phone = _bench.Driver.Do(() => new FxsPhone(
            _port, new FxsOptions("101", "Front desk", null, CallWaiting: true, TimeZoneInfo.Utc), _bench.Services, _bench));
        _ = _bench.Words;
        _ = _port.Log;
    }

    public void Dispose()
    {
        _phone.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void A_user_lifts_hears_dial_tone_dials_and_is_handed_to_the_house_as_a_connected_leg()
    {
        Lift();
        AssertSounds(Heard, 350, 440);
        Press("102");
        Assert.Equal(["dial 102"], _bench.Asked);
        var leg = _bench.AskedFor!;
        Assert.Equal((LegState.Connected, LegOrigin.Party, PhoneStatus.InCall), (leg.State, leg.Origin, _phone.Status));
        Assert.Same(leg.Media, Heard);
        Assert.Equal(["Phone 101: Lifted.", "Phone 101: Dialled 102."], _bench.Words);
    }

    [Fact]
    public void A_user_dials_by_pulses()
    {
        Lift();
        foreach (var digit in new[] { 1, 10, 2 })
        {
            for (var pulse = 0; pulse < digit; pulse++)
            {
                _port.SetLoop(false);
                _bench.Advance(60);
                _port.SetLoop(true);
                _bench.Advance(40);
            }

            _bench.Advance(800);
        }

        Assert.Equal(["dial 102"], _bench.Asked);
    }

    [Fact]
    public void The_end_of_the_last_digit_is_not_heard_as_a_digit_of_the_call()
    {
        Lift();
        Press("102");
        Assert.Equal(Detectors.None, _bench.AskedFor!.Media.Detectors);
        _bench.Advance(1000);
        Assert.Equal(Detectors.Dtmf, _bench.AskedFor.Media.Detectors);
    }

    [Fact]
    public void Ringback_sounds_while_the_far_end_rings()
    {
        Lift();
        Press("102");
        _bench.Driver.Do(_bench.AskedFor!.ShowRinging);
        AssertSounds(Heard, 440);
    }

    [Fact]
    public void A_number_that_may_not_be_dialled_gets_congestion_tone()
    {
        Lift();
        Press("9");
        AssertSounds(Heard, 620);
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task A_phone_left_off_hook_howls_and_gets_no_calls_until_it_is_hung_up()
    {
        Lift();
        _bench.Advance(15_000 + 20_000);
        AssertSounds(Heard, 1400, 2060, 2450, 2600);
        Assert.Equal(PhoneStatus.LeftOffHook, _phone.Status);
        Assert.Null(Offer());
        HangUp();
        Assert.InRange(_bench.Driver.Loop.Now - _phone.IdleSince, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        var leg = Offer()!;
        _bench.Driver.Do(() => leg.HangUp(Cause.NoAnswer));
        Assert.Equal(CauseCode.NoAnswer, (await leg.Ended).Code);
    }

    [Fact]
    public void Lifting_answers_a_call_and_joins_the_sound()
    {
        var leg = Offer()!;
        _bench.Advance(2500);
        Assert.Equal(["0 feeds Ringing", "2000 feeds Forward"], _port.Log);
        Lift();
        Assert.Equal(LegState.Connected, leg.State);
        Assert.Same(leg.Media, Heard);
        _bench.Advance(10_000);
        Assert.Empty(_port.Log);
    }

    [Fact]
    public void Ringing_stops_at_once_when_another_phone_answers()
    {
        var leg = Offer()!;
        _bench.Advance(500);
        _bench.Driver.Do(() => leg.HangUp(Cause.AnsweredElsewhere));
        Assert.Equal(["0 feeds Ringing", "500 feeds Forward"], _port.Log);
        _bench.Advance(20_000);
        Assert.Empty(_port.Log);
        Assert.Equal(["Phone 101: Rings: Ann calls.", "Phone 101: Another phone answered."], _bench.Words);
    }

    [Fact]
    public void The_callers_number_is_sent_after_the_first_ring_and_the_second_ring_comes_on_time()
    {
        Offer();
        _bench.Advance(2500);
        Assert.Null(Heard.Playing);
        _bench.Advance(200);
        Assert.IsType<CallerIdSource>(Heard.Playing);
        _bench.Advance(1000);
        Assert.Null(Heard.Playing);
        Assert.InRange(Heard.Played.Count, 4000, 8000);
        _bench.Advance(6000);
        Assert.Equal(["0 feeds Ringing", "2000 feeds Forward", "6000 feeds Ringing", "8000 feeds Forward"], _port.Log);
    }

    [Fact]
    public void The_callers_number_is_sent_with_no_later_ring()
    {
        Offer();
        _bench.Advance(8800);
        Assert.Equal(LineFeed.Forward, _port.Feed);
        Assert.Null(Heard.Playing);
    }

    [Fact]
    public void A_phone_lifted_while_the_number_is_sent_hears_the_caller()
    {
        var leg = Offer()!;
        _bench.Advance(2900);
        Lift();
        Assert.Same(leg.Media, Heard);
        Assert.DoesNotContain(_bench.Media.Open, channel => channel.Playing is CallerIdSource);
        _bench.Advance(10_000);
        Assert.Equal(["0 feeds Ringing", "2000 feeds Forward"], _port.Log);
    }

    [Fact]
    public async Task Hanging_up_ends_the_call()
    {
        var leg = InCall();
        HangUp();
        Assert.Equal(Cause.HungUp("Phone 101"), await leg.Ended);
        Assert.Equal(PhoneStatus.Idle, _phone.Status);
        Assert.Equal(Detectors.None, Heard.Detectors);
    }

    [Fact]
    public void When_the_far_end_hangs_up_the_battery_goes_away_and_dial_tone_comes_back()
    {
        var leg = InCall();
        _ = _port.Log;
        var start = _bench.Driver.Time.Elapsed.TotalMilliseconds;
        _bench.Driver.Do(() => leg.HangUp(Cause.FarEnd));
        _bench.Advance(1000);
        Assert.Equal([$"{start} feeds Open", $"{start + 500} feeds Forward"], _port.Log);
        AssertSounds(Heard, 620);
        _bench.Advance(3000);
        AssertSounds(Heard, 350, 440);
        Assert.Equal(PhoneStatus.OffHook, _phone.Status);
    }

    [Fact]
    public void A_phone_hung_up_while_the_battery_is_away_is_idle_and_can_be_lifted_again()
    {
        var leg = InCall();
        _bench.Driver.Do(() => leg.HangUp(Cause.FarEnd));
        _bench.Advance(100);
        _port.SetLoop(false);
        _bench.Advance(1000);
        Assert.Equal(PhoneStatus.Idle, _phone.Status);
        Lift();
        Assert.Equal(PhoneStatus.OffHook, _phone.Status);
    }

    [Fact]
    public void Flash_holds_a_call_and_a_second_flash_takes_it_back()
    {
        var leg = InCall();
        Flash();
        Assert.True(leg.IsHeld);
        Assert.NotSame(leg.Media, Heard);
        AssertSounds(Heard, 350);
        Flash();
        Assert.False(leg.IsHeld);
        Assert.Same(leg.Media, Heard);
    }

    [Fact]
    public void Hanging_up_after_a_second_call_transfers()
    {
        InCall();
        Flash();
        Press("103");
        HangUp();
        Assert.Equal(["dial 103", "transfer"], _bench.Asked);
        Assert.Equal(PhoneStatus.Idle, _phone.Status);
        Assert.NotNull(Offer());
    }

    [Fact]
    public void Flash_in_a_second_call_makes_a_conference()
    {
        var leg = InCall();
        Flash();
        Press("103");
        Flash();
        Assert.Equal(["dial 103", "conference"], _bench.Asked);
        Assert.False(leg.IsHeld);
        Assert.Same(leg.Media, Heard);
        Assert.Equal(PhoneStatus.InCall, _phone.Status);
    }

    [Fact]
    public void A_second_caller_beeps_over_the_call_and_is_answered_by_flash()
    {
        var leg = InCall();
        Assert.Null(_bench.Driver.Do(() => _phone.Offer(new Offer(Ann, CallWaiting: false))));
        var second = Offer()!;
        Assert.Equal(PlayMode.Over, Heard.Mode);
        AssertSounds(Heard, 1000);
        Flash();
        Assert.Equal((true, LegState.Connected), (leg.IsHeld, second.State));
        Assert.Same(second.Media, Heard);
        Assert.Null(((FakeMediaChannel)leg.Media).Playing);
    }

    [Fact]
    public void A_phone_taken_out_of_use_ends_its_calls_and_stops_ringing()
    {
        var leg = Offer()!;
        _bench.Driver.Do(_phone.Dispose);
        Assert.Equal(LegState.Ended, leg.State);
        Assert.Equal(LineFeed.Forward, _port.Feed);
        Assert.Empty(_bench.Media.Open);
        Assert.Null(Offer());
    }

    private FakeMediaChannel Heard => _bench.Media.Heard("phone 101");

    private Leg? Offer() => _bench.Driver.Do(() => _phone.Offer(new Offer(Ann, CallWaiting: true)));

    private Leg InCall()
    {
        var leg = Offer()!;
        Lift();
        Assert.Equal(LegState.Connected, leg.State);
        return leg;
    }

    private void Lift()
    {
        _port.SetLoop(true);
        _bench.Advance(100);
    }

    private void HangUp()
    {
        _port.SetLoop(false);
        _bench.Advance(1160);
    }

    private void Flash()
    {
        _port.SetLoop(false);
        _bench.Advance(500);
        _port.SetLoop(true);
        _bench.Advance(100);
    }

    private void Press(string digits)
    {
        foreach (var digit in digits)
        {
            _bench.Driver.Do(() => Heard.Raise(new Detection.Digit(digit)));
        }
    }

    // Each frequency stands far above a frequency that is not in the tone (Goertzel over the first 100 ms).
    private void AssertSounds(FakeMediaChannel channel, params double[] hertz)
    {
        _bench.Advance(100);
        var samples = channel.Played.Take(800).Select(sample => (double)sample).ToList();
        Assert.Equal(800, samples.Count);
        var elsewhere = Power(samples, 1750);
        Assert.All(hertz, frequency => Assert.True(Power(samples, frequency) > 100 * elsewhere, $"{frequency} Hz is not heard."));
    }

    private static double Power(List<double> samples, double hertz)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < samples.Count; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * hertz * i / 8000);
            real += samples[i] * cos;
            imaginary += samples[i] * sin;
        }

        return 1 + (real * real) + (imaginary * imaginary);
    }
}
