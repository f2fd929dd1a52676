using Switchhook.Audio.Engine;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated;
using Switchhook.Lines.Fxo;
using Switchhook.Lines.Fxs;

namespace Switchhook.Tests.Lines;

/// <summary>Lines and phones with the real media engine on the simulated card: what the exchange and the telephone see and sound.</summary>
public sealed class SimulatedLineTests : IDisposable
{
    private LineBench _bench = null!;
    private SimulatedCard _card = null!;
    private FxoLine _line = null!;
    private FxsPhone _phone = null!;
    private (Leg Leg, CallerIdentity Caller)? _incoming;

    public void Dispose()
    {
        _line.Dispose();
        _phone.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("US", "Caller ID by FSK (Bell 202).")]
    [InlineData("DE", "Caller ID by FSK (V.23).")]
    [InlineData("FR", "Caller ID by FSK (V.23).")]
    [InlineData("GB", "Caller ID by FSK (V.23).")]
    [InlineData("CN", "Caller ID by FSK (Bell 202).")]
    [InlineData("AU", "Caller ID by FSK (Bell 202).")]
    public void A_caller_is_known_is_answered_and_hangs_up(string country, string why)
    {
        Build(country, new SimulatedCardOptions());
        Exchange.Ring(new SimulatedCaller { Number = "5551234", Name = "ANN" });
        Until(() => _incoming is not null, 10, "The call");
        var (leg, caller) = _incoming!.Value;
        Assert.Equal(("5551234", "ANN", why), (caller.Number, caller.Name, caller.Why));
        _bench.Driver.Do(leg.Answer);
        Until(() => Exchange.State == ExchangeLineState.Talking, 1, "The answer");
        _bench.Advance(5000);
        Assert.Equal(LegState.Connected, leg.State);
        Exchange.HangUp();
        Until(() => leg.State == LegState.Ended, 20, "The end");
        Until(() => _line.Status == LineStatus.Idle && Exchange.State == ExchangeLineState.Idle, 5, "The line's release");
    }

    [Theory]
    [InlineData(HangUpSignal.BatteryDrop, "current disconnect")]
    [InlineData(HangUpSignal.PolarityReversal, "reversed the line")]
    [InlineData(HangUpSignal.BusyTone, "busy tone")]
    [InlineData(HangUpSignal.DialTone, "dial tone")]
    public async Task Every_sign_of_a_hang_up_is_seen_and_told(HangUpSignal sign, string words)
    {
        Build("US", new SimulatedCardOptions { HangUpSignals = [sign] });
        Exchange.Ring(new SimulatedCaller { Number = "5551234" });
        Until(() => _incoming is not null, 10, "The call");
        var leg = _incoming!.Value.Leg;
        _bench.Driver.Do(leg.Answer);
        _bench.Advance(3000);
        Exchange.HangUp();
        Until(() => leg.State == LegState.Ended, 20, "The end");
        Assert.Contains(words, (await leg.Ended).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_a_missed_call()
    {
        Build("US", new SimulatedCardOptions());
        Exchange.Ring(new SimulatedCaller { Number = "5551234" });
        _bench.Advance(9000);
        Exchange.HangUp();
        Until(() => _line.Status == LineStatus.Idle, 10, "The end of the ringing");
        Assert.Equal("5551234", _incoming!.Value.Caller.Number);
        Assert.Equal(CauseCode.HungUp, (await _incoming.Value.Leg.Ended).Code);
    }

    [Theory]
    [InlineData("US", false)]
    [InlineData("GB", false)]
    [InlineData("DE", false)]
    [InlineData("FR", false)]
    [InlineData("JP", false)]
    [InlineData("CN", true)]
    [InlineData("US", true)]
    [InlineData("GR", false)]
    [InlineData("IT", false)]
    public void A_call_goes_out_and_is_answered(string country, bool pulses)
    {
        Build(country, new SimulatedCardOptions { AnswerReversal = country == "JP" }, pulses);
        Exchange.Outgoing = new OutgoingBehaviour.Answers { AfterRings = 1 };
        var leg = _bench.Driver.Do(() => _line.Seize("5550199"))!;
        Until(() => Exchange.State == ExchangeLineState.Talking, 60, "The far end's answer");
        Assert.Equal("5550199", Exchange.DialledDigits);
        Until(() => leg.State == LegState.Connected, 5, "The leg's answer");
        _bench.Advance(5000);
        Assert.Equal(LegState.Connected, leg.State);
        _bench.Driver.Do(() => leg.HangUp(Cause.FarEnd));
        Until(() => _line.Status == LineStatus.Idle && Exchange.State == ExchangeLineState.Idle, 5, "The line's release");
    }

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    [InlineData("GB")]
    public async Task A_busy_number_is_told(string country)
    {
        Build(country, new SimulatedCardOptions());
        Exchange.Outgoing = new OutgoingBehaviour.Busy();
        var leg = _bench.Driver.Do(() => _line.Seize("5550199"))!;
        Until(() => leg.State == LegState.Ended, 30, "The end");
        Assert.Equal(CauseCode.Busy, (await leg.Ended).Code);
    }

    [Fact]
    public async Task A_cut_line_is_no_battery_and_comes_back()
    {
        Build("US", new SimulatedCardOptions());
        Exchange.Unplug();
        Until(() => _line.Status == LineStatus.NoBattery, 2, "The fault");
        Assert.Null(_bench.Driver.Do(() => _line.Seize("5")));
        Exchange.PlugIn();
        Until(() => _line.Status == LineStatus.Idle, 2, "The repair");
        Exchange.Ring(new SimulatedCaller { Number = "5551234" });
        Until(() => _incoming is not null, 10, "The call");
        Exchange.Unplug();
        Until(() => _line.Status == LineStatus.NoBattery, 10, "The second fault");
        Assert.Equal(LegState.Ended, _incoming!.Value.Leg.State);
        await _incoming.Value.Leg.Ended;
    }

    [Fact]
    public async Task A_card_that_fails_ends_the_call_with_its_words_and_the_line_comes_back()
    {
        Build("US", new SimulatedCardOptions());
        Exchange.Ring(new SimulatedCaller { Number = "5551234" });
        Until(() => _incoming is not null, 10, "The call");
        var leg = _incoming!.Value.Leg;
        _bench.Driver.Do(leg.Answer);
        Until(() => Exchange.State == ExchangeLineState.Talking, 1, "The answer");

        _card.SetFault("fxo1", "The card is gone from its slot.");

        Until(() => leg.State == LegState.Ended, 0.1, "The end");
        Assert.Equal(new Cause(CauseCode.LineFault, "The card is gone from its slot."), await leg.Ended);
        Assert.Equal(LineStatus.OutOfOrder, _line.Status);
        Assert.Null(_bench.Driver.Do(() => _line.Seize("5")));
        _card.SetFault("fxo1", null);
        Until(() => _line.Status == LineStatus.Idle, 1, "The repair");
        Until(() => Exchange.State == ExchangeLineState.Idle, 30, "The exchange's release");
        _incoming = null;
        Exchange.Ring(new SimulatedCaller { Number = "5551235" });
        Until(() => _incoming is not null, 10, "The next call");
    }

    [Fact]
    public async Task A_card_that_fails_before_the_caller_is_announced_announces_and_ends_the_call()
    {
        Build("US", new SimulatedCardOptions());
        Exchange.Ring(new SimulatedCaller { Number = "5551234" });
        _bench.Advance(2500);
        Assert.Equal(LineStatus.Ringing, _line.Status);
        _card.SetFault("fxo1", "The chip is too hot.");
        Until(() => _incoming is not null, 1, "The call");
        Assert.Equal(CauseCode.LineFault, (await _incoming!.Value.Leg.Ended).Code);
    }

    [Fact]
    public void A_line_on_a_failed_port_without_battery_says_so_when_the_card_is_back()
    {
        Build("US", new SimulatedCardOptions());
        _card.SetFault("fxo1", "The chip does not answer.");
        Until(() => _line.Status == LineStatus.OutOfOrder, 0.1, "The fault");
        Exchange.Unplug();
        _bench.Advance(2000);
        Assert.Equal(LineStatus.OutOfOrder, _line.Status);
        _card.SetFault("fxo1", null);
        Until(() => _line.Status == LineStatus.NoBattery, 0.1, "The truth about the line");
        Exchange.PlugIn();
        Until(() => _line.Status == LineStatus.Idle, 2, "The repair");
    }

    [Fact]
    public async Task A_phone_on_a_failed_port_loses_its_call_and_gets_dial_tone_when_the_card_is_back()
    {
        Build("US", new SimulatedCardOptions());
        var leg = Offer();
        Telephone.Lift();
        Until(() => leg.State == LegState.Connected, 1, "The answer");

        _card.SetFault("fxs1", "The chip is too hot.");

        Until(() => leg.State == LegState.Ended, 0.1, "The end");
        Assert.Equal(new Cause(CauseCode.LineFault, "The chip is too hot."), await leg.Ended);
        Assert.Equal(PhoneStatus.OutOfOrder, _phone.Status);
        Assert.Null(_bench.Driver.Do(() => _phone.Offer(new Offer(new CallerIdentity("5551234", "Ann", ""), true))));
        _bench.Advance(3000);
        _card.SetFault("fxs1", null);
        Until(() => _phone.Status == PhoneStatus.OffHook, 0.2, "Dial tone");
        _bench.Advance(1000);
        Telephone.Dial("102");
        Until(() => _bench.Asked.Count > 0, 10, "The number");
        Telephone.HangUp();
        Until(() => _phone.Status == PhoneStatus.Idle, 3, "The hang-up");
    }

    [Fact]
    public void A_phone_that_rings_on_a_failed_port_stops_and_is_free_when_the_card_is_back()
    {
        Build("US", new SimulatedCardOptions());
        var leg = Offer();
        _bench.Advance(1000);
        _card.SetFault("fxs1", "The chip does not answer.");
        Until(() => leg.State == LegState.Ended, 0.1, "The end");
        _bench.Advance(5000);
        Assert.False(Telephone.IsRinging);
        _card.SetFault("fxs1", null);
        Until(() => _phone.Status == PhoneStatus.Idle, 0.2, "The repair");
        Assert.NotNull(Offer());
    }

    [Theory]
    [InlineData("US", false, 0)]
    [InlineData("US", true, 10)]
    [InlineData("GB", false, 10)]
    [InlineData("GB", true, 0)]
    [InlineData("DE", true, 5)]
    public void A_telephone_dials_by_tones_and_by_pulses(string country, bool pulses, int bounceMs)
    {
        Build(country, new SimulatedCardOptions { HookBounce = TimeSpan.FromMilliseconds(bounceMs) });
        Telephone.Lift();
        _bench.Advance(1000);
        Telephone.Dial("102", pulses);
        Until(() => _bench.Asked.Count > 0, 10, "The number");
        Assert.Equal(["dial 102"], _bench.Asked);
        Telephone.HangUp();
        Until(() => _phone.Status == PhoneStatus.Idle, 3, "The hang-up");
    }

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    [InlineData("FR")]
    [InlineData("GB")]
    [InlineData("CN")]
    public void A_telephone_shows_who_calls_and_answers(string country)
    {
        Build(country, new SimulatedCardOptions());
        var leg = Offer();
        _bench.Advance(9000);
        Assert.NotNull(Telephone.Display);
        Assert.Equal(("5551234", "Ann", true), (Telephone.Display.Number, Telephone.Display.Name, Telephone.Display.ChecksumRight));
        Assert.InRange(Telephone.RingBursts, 2, 8);
        Telephone.Lift();
        Until(() => leg.State == LegState.Connected, 1, "The answer");
        Assert.False(Telephone.IsRinging);
        _bench.Advance(10_000);
        Assert.Equal(PhoneStatus.InCall, _phone.Status);
        _bench.Driver.Do(() => leg.HangUp(Cause.FarEnd));
        _bench.Advance(2000);
        Assert.Equal(country is "US" or "GB" or "FR" ? 1 : 0, Telephone.BatteryDrops);
        Assert.Equal(PhoneStatus.OffHook, _phone.Status);
    }

    [Theory]
    [InlineData("US", 500)]
    [InlineData("GB", 100)]
    [InlineData("DE", 100)]
    public void A_telephone_holds_with_the_countrys_flash(string country, double flashMs)
    {
        Build(country, new SimulatedCardOptions());
        var leg = Offer();
        Telephone.Lift();
        Until(() => leg.State == LegState.Connected, 1, "The answer");
        Telephone.Flash(TimeSpan.FromMilliseconds(flashMs));
        Until(() => leg.IsHeld, 1, "The hold");
        _bench.Advance(500);
        Telephone.Dial("103");
        Until(() => _bench.Asked.Count > 0, 10, "The second number");
        Telephone.HangUp();
        Until(() => _bench.Asked.Contains("transfer"), 3, "The transfer");
    }

    private SimulatedExchangeLine Exchange => _card.ExchangeLines[0];

    private SimulatedPhone Telephone => _card.Phones[0];

    private Leg Offer() => _bench.Driver.Do(() => _phone.Offer(new Offer(new CallerIdentity("5551234", "Ann", ""), true)))!;

    private void Until(Func<bool> condition, double seconds, string what) =>
        _bench.Driver.AdvanceUntil(condition, TimeSpan.FromSeconds(seconds), what);

    private void Build(string code, SimulatedCardOptions options, bool pulses = false)
    {
        var country = CountryTable.Get(code);
        MediaEngine engine = null!;
        _bench = new LineBench(country, driver =>
        {
            _card = new SimulatedCard(options with { FxoPorts = 1, FxsPorts = 1 }, country, driver.Time, new Random(1));
            return engine = new MediaEngine([_card], country, driver.Loop.Post);
        });
        _bench.Driver.MediaTick = engine.Tick;
        _bench.Advance(100);
        _line = _bench.Driver.Do(() => new FxoLine(_card.FxoPorts[0], new FxoOptions("main-1", null, pulses), _bench.Services));
        _line.Incoming += (_, call) => _incoming = (call.Leg, call.Caller);
        _phone = _bench.Driver.Do(() => new FxsPhone(
            _card.FxsPorts[0], new FxsOptions("101", "Front desk", null, true, TimeZoneInfo.Utc), _bench.Services, _bench));
        _bench.Advance(1000);
    }
}
