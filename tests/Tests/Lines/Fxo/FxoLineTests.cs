using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxo;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Lines.Fxo;

public sealed class FxoLineTests : IDisposable
{
    private readonly LineBench _bench = new(TestCountries.UnitedStates);
    private readonly FakeFxoPort _port;
    private readonly FxoLine _line;
    private readonly List<(Leg Leg, CallerIdentity Caller)> _incoming = [];

    public FxoLineTests()
    {
        _port = new FakeFxoPort("fxo1", _bench.Driver.Time);
        _line = Make(pulses: false);
        _ = _bench.Words;
        _ = _port.Log;
    }

    public void Dispose()
    {
        _line.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void A_call_comes_in_is_answered_and_ends_with_busy_tone()
    {
        var (leg, caller) = RingIn();
        Assert.Equal(("5551234", LegState.Alerting, LegOrigin.Party), (caller.Number, leg.State, leg.Origin));
        _bench.Driver.Do(leg.Answer);
        Assert.Equal(Detectors.Dtmf | Detectors.CallProgress, leg.Media.Detectors);
        _bench.Advance(10_000);
        Hear(new Detection.ToneHeard(ToneKind.Busy));
        Assert.Equal(LegState.Ended, leg.State);
        _bench.Advance(3000);
        Assert.Equal(["3200 off-hook", "13200 on-hook"], _port.Log);
        Assert.Equal(
            [
                "Line main-1: A caller rings.",
                "Line main-1: Answered.",
                "Line main-1: The far end hung up: busy tone was heard on the line.",
                "Line main-1: Ready.",
            ],
            _bench.Words);
        Assert.Equal(LineStatus.Idle, _line.Status);
    }

    [Fact]
    public void Each_call_has_its_own_channel_and_the_line_listens_again_after_it()
    {
        var (leg, _) = RingIn();
        _bench.Driver.Do(() => leg.HangUp(Cause.NoAnswer));
        Assert.True(((FakeMediaChannel)leg.Media).IsClosed);
        _bench.Advance(10_000);
        Assert.Equal(Detectors.CallerId, Channel.Detectors);
        var (second, _) = RingIn();
        Assert.NotSame(leg.Media, second.Media);
    }

    [Fact]
    public async Task Digits_of_the_caller_are_heard()
    {
        var (leg, _) = RingIn();
        _bench.Driver.Do(leg.Answer);
        var digit = new TaskCompletionSource<char>();
        leg.Digit += (_, value, _) => digit.SetResult(value);
        Hear(new Detection.Digit('5'));
        Assert.Equal('5', await digit.Task);
    }

    [Fact]
    public void A_call_goes_out_by_tones()
    {
        var leg = Seize("5551234");
        Assert.Equal(LineStatus.InUse, _line.Status);
        _bench.Advance(600);
        Hear(new Detection.ToneHeard(ToneKind.Dial));
        Assert.Equal(LegState.Alerting, leg.State);
        Assert.NotNull(Channel.Playing);
        _bench.Advance(2000);
        Assert.Equal(LegState.Connected, leg.State);
        Assert.True(leg.Audible.IsCompletedSuccessfully);
        Assert.Null(_bench.Driver.Do(() => _line.Seize("5")));
    }

    [Fact]
    public void A_call_goes_out_by_pulses()
    {
        using var old = Make(pulses: true);
        var leg = _bench.Driver.Do(() => old.Seize("12"))!;
        Hear(new Detection.ToneHeard(ToneKind.Dial));
        Assert.Equal("0 pulses 12", _port.Log[^1]);
        _port.Raise(LineEventKind.PulsesSent);
        _bench.Driver.Drain();
        Assert.Equal(LegState.Connected, leg.State);
    }

    [Fact]
    public async Task A_number_that_cannot_be_dialled_is_refused_without_touching_the_line()
    {
        var leg = Seize("12x");
        Assert.Equal(CauseCode.Refused, (await leg.Ended).Code);
        Assert.Empty(_port.Log);
        Assert.Equal(LineStatus.Idle, _line.Status);
        Assert.Equal(Detectors.CallerId, Channel.Detectors);
    }

    [Fact]
    public async Task A_dead_line_ends_the_call_after_the_wait_for_dial_tone()
    {
        var leg = Seize("5551234");
        _bench.Advance(5000);
        Assert.Equal(CauseCode.LineFault, (await leg.Ended).Code);
        Assert.False(_port.IsOffHook);
    }

    [Fact]
    public void Flash_sends_the_countrys_recall_in_a_call_only()
    {
        _bench.Driver.Do(_line.Flash);
        Assert.Empty(_port.Log);
        var (leg, _) = RingIn();
        _bench.Driver.Do(leg.Answer);
        _bench.Driver.Do(_line.Flash);
        Assert.Equal("3200 flash 500", _port.Log[^1]);
    }

    [Fact]
    public void A_line_without_battery_says_so_and_takes_no_call()
    {
        _port.Raise(LineEventKind.BatteryLost);
        _bench.Advance(1000);
        Assert.Equal(LineStatus.NoBattery, _line.Status);
        Assert.Null(_bench.Driver.Do(() => _line.Seize("5")));
        _port.Raise(LineEventKind.BatteryRestored);
        _bench.Advance(500);
        Assert.Equal(
            [
                "Line main-1: No battery on the line: it is unplugged, or the exchange has a fault.",
                "Line main-1: The battery is back; ready.",
            ],
            _bench.Words);
    }

    [Fact]
    public void A_line_taken_out_of_use_ends_its_call_and_goes_on_hook()
    {
        var (leg, _) = RingIn();
        _bench.Driver.Do(leg.Answer);
        _bench.Driver.Do(_line.Dispose);
        Assert.Equal(LegState.Ended, leg.State);
        Assert.False(_port.IsOffHook);
        Assert.Empty(_bench.Media.Open);
        _port.Raise(LineEventKind.RingBegan);
        _bench.Advance(20_000);
        Assert.Single(_incoming);
    }

    private FakeMediaChannel Channel => _bench.Media.Heard("line main-1");

    private FxoLine Make(bool pulses)
    {
        _line?.Dispose();
        var line = _bench.Driver.Do(() => new FxoLine(_port, new FxoOptions("main-1", null, pulses), _bench.Services));
        line.Incoming += (_, call) => _incoming.Add((call.Leg, call.Caller));
        return line;
    }

    private (Leg Leg, CallerIdentity Caller) RingIn()
    {
        _port.Raise(LineEventKind.RingBegan);
        _bench.Advance(2000);
        _port.Raise(LineEventKind.RingEnded);
        _bench.Advance(1200);
        Hear(new Detection.CallerId(new CallerIdMessage("5551234", null, null, null, CallerIdScheme.FskBell202)));
        return _incoming[^1];
    }

    private Leg Seize(string number) => _bench.Driver.Do(() => _line.Seize(number))!;

    private void Hear(Detection detection) => _bench.Driver.Do(() => Channel.Raise(detection));
}
