using System.Collections.Immutable;
using Switchhook.Appliance.Hosting;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.ProSlic;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Simulated.ProSlic;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>The whole box on two cards of chips: callers at the models' exchange, people at the models' telephones.</summary>
public sealed class WholeCallTests : IDisposable
{
    private static readonly TimeSpan ControlStep = TimeSpan.FromMilliseconds(2);
    private static readonly short[] Callers = SoundMaker.Noise(TimeSpan.FromSeconds(1), -20, new Random(1));
    private static readonly short[] Ours = SoundMaker.Noise(TimeSpan.FromSeconds(1), -20, new Random(2));

    private readonly List<SimulatedChips> _chips = [];
    private readonly List<ProSlicCard> _cards = [];
    private readonly TestBox _box;
    private readonly ITimer _control;

    public WholeCallTests()
    {
        var site = Sites.Clinic() with
        {
            Lamps = ImmutableSortedDictionary<string, LampConfig>.Empty.Add("desk-lamp", new LampConfig("desk-lamp", "office")),
        };
        _box = new TestBox(site, cards: time =>
        {
            AddCard(time, first: 1);
            AddCard(time, first: 3);
            return new CardSet(_cards);
        });
        _control = _box.Driver.Time.CreateTimer(_ => _cards.ForEach(card => card.StepControl()), null, ControlStep, ControlStep);
        _box.Driver.MediaTick = () =>
        {
            _cards.ForEach(card => card.StepSound());
            _box.Core.Tick();
        };
        _box.Until(
            () => _cards.SelectMany(card => card.FxsPorts.Select(port => port.Fault)).All(fault => fault is null), 15, "The cards come up");
        _box.Advance(2);
    }

    public void Dispose()
    {
        _control.Dispose();
        _box.Dispose();
    }

    [Fact]
    public void A_caller_rings_is_shown_is_answered_both_talk_and_hang_up()
    {
        Line(1).Ring(new SimulatedCaller { Number = "3125550142", Name = "ALICE" });
        _box.Until(() => Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Until(() => Phone(1).Display is not null, 6, "Phone 101 shows who calls");
        Assert.Equal(("3125550142", "ALICE"), (Phone(1).Display!.Number, Phone(1).Display!.Name));
        Phone(1).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
        _box.Advance(1);
        Line(1).Speak(Callers);
        Phone(1).Speak(Ours);
        _box.Advance(2);
        Same(Callers, Phone(1).Heard());
        Same(Ours, Line(1).Heard());
        Line(1).HangUp();
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call ends");
        Assert.Equal(CauseCode.HungUp, Assert.Single(_box.Entries<CallEnded>()).Cause.Code);
        Phone(1).HangUp();
        _box.Until(() => Line(1).State == ExchangeLineState.Idle, 5, "The line is free");
        var start = Assert.Single(_box.Entries<CallStarted>());
        Assert.Equal(("3125550142", "ALICE"), (start.CallerNumber, start.CallerName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_telephone_calls_out_over_a_line(bool pulse)
    {
        Line(1).Outgoing = new OutgoingBehaviour.Answers { AfterRings = 1 };
        Phone(3).Lift();
        _box.Advance(1);
        Phone(3).Dial("95550199", pulse);
        _box.Until(() => Line(1).State == ExchangeLineState.Talking, 60, "The far end answers");
        Assert.Equal("5550199", Line(1).DialledDigits);
        _box.Advance(1);
        Phone(3).Speak(Ours);
        _box.Advance(2);
        Same(Ours, Line(1).Heard());
        Phone(3).HangUp();
        _box.Until(() => Line(1).State == ExchangeLineState.Idle, 5, "The line is free");
    }

    [Fact]
    public void A_card_whose_sound_stands_still_loses_its_calls_and_the_other_card_goes_on()
    {
        TalkOnTheSecondCard();
        _chips[0].Sound.IsStopped = true;
        _box.Advance(1);
        IsNamed("main-1", "stands still");
        SecondCardGoesOn();
        _chips[0].Sound.IsStopped = false;
        _box.Until(() => _cards[0].FxoPorts[0].Fault is null, 1, "The card is back");
        _box.Until(() => _box.Lamp("desk-lamp").Pattern == LampPattern.Off, 2, "The lamp is dark again");
        Line(3).HangUp();
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call ends");
        Line(1).Ring(new SimulatedCaller { Number = "3125550143" });
        _box.Until(() => Phone(1).IsRinging, 15, "Phone 101 rings again");
    }

    [Fact]
    public void A_chip_that_dies_takes_its_own_line_along_and_comes_back()
    {
        TalkOnTheSecondCard();
        _chips[0].Faults[0].IsDead = true;
        _box.Advance(1);
        IsNamed("main-1", "does not answer on the control bus");
        Assert.Equal(LineStatus.Idle, _box.Core.Live.Current.Lines["main-2"].Status);
        SecondCardGoesOn();
        _chips[0].Faults[0].IsDead = false;
        _box.Until(() => _box.Core.Live.Current.Lines["main-1"].Status == LineStatus.Idle, 60, "The line is back");
        _box.Until(() => _box.Lamp("desk-lamp").Pattern == LampPattern.Off, 2, "The lamp is dark again");
    }

    private void TalkOnTheSecondCard()
    {
        Line(3).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Until(() => Phone(3).IsRinging, 60, "Phone 103 rings after it");
        Phone(3).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
    }

    private void SecondCardGoesOn()
    {
        Line(3).Speak(Callers);
        _box.Advance(2);
        Same(Callers, Phone(3).Heard());
        Assert.Empty(_box.Entries<CallEnded>());
    }

    // On the page, which shows the live board, and on the lamp.
    private void IsNamed(string line, string words)
    {
        Assert.Equal(LineStatus.OutOfOrder, _box.Core.Live.Current.Lines[line].Status);
        Assert.Contains(words, _box.Core.Live.Current.Lines[line].Why, StringComparison.Ordinal);
        Assert.Equal(LampPattern.Flash, _box.Lamp("desk-lamp").Pattern);
    }

    private static void Same(short[] said, short[] heard)
    {
        var comparison = SoundComparison.Of(said, heard, heard.Length - said.Length);
        Assert.InRange(comparison.LevelDb, -0.5, 0.5);
        Assert.InRange(comparison.SignalToNoiseDb, 15, double.PositiveInfinity);
    }

    private SimulatedExchangeLine Line(int number) => _chips[(number - 1) / 2].ExchangeLines[(number - 1) % 2];

    private SimulatedPhone Phone(int number) => _chips[(number - 1) / 2].Phones[(number - 1) % 2];

    private void AddCard(ManualTimeProvider time, int first)
    {
        var chips = new SimulatedChips(
            new SimulatedCardOptions { FirstFxo = first, FirstFxs = first },
            ProSlicRig.TwoAndTwo,
            Sites.UnitedStates,
            time,
            new Random(first));
        var settings = new ProSlicCardSettings("spi", ProSlicCardSettings.UsualHertz, "sound", ProSlicRig.TwoAndTwo, null, null);
        _chips.Add(chips);
        _cards.Add(ProSlicCard.Create(
            new CardConfig($"card-{first}", 2, 2, first, first, settings),
            Sites.UnitedStates,
            new ProSlicBuses(() => chips.Spi, () => chips.Sound),
            time,
            _ => { }));
    }
}
