using System.Collections.Concurrent;
using System.Collections.Immutable;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Guest.Running;
using Switchhook.Hardware;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Hardware.Linux.Sound;
using Switchhook.Hardware.Linux.Spi;
using Switchhook.Hardware.ProSlic;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Spi;

namespace Switchhook.Guest.ProSlic;

/// <summary>The driver of SPI cards through the kernel's SPI, sound and GPIO interfaces, against the models of its chips.</summary>
[Group("proslic")]
public sealed class ProSlicScenarios : IDisposable
{
    private const string Spi = "/dev/spidev0.0";
    private const string Sound = "hw:Loopback,0";
    private static readonly ImmutableArray<PortKind> Chain = [PortKind.Fxo, PortKind.Fxs];

    private readonly Measurements _measured;
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ChipBoard _board;
    private readonly LinuxPins _pins;
    private readonly RunningCard _card;

    /// <summary>A board of one chip of each kind, and the card that drives them.</summary>
    public ProSlicScenarios(Measurements measured)
    {
        _measured = measured;
        Kernel.Load("gpio-sim");
        Kernel.Load("spisim");
        Kernel.Load("snd-aloop", "pcm_substreams=1");
        var country = CountryTable.Get("DE");
        _board = new ChipBoard(Chain, country);
        _pins = LinuxPins.Open(TimeProvider.System, _told.Enqueue);
        var settings = new ProSlicCardSettings(Spi, ProSlicCardSettings.UsualHertz, Sound, Chain, null, null);
        _card = new RunningCard(ProSlicCard.Open(
            new CardConfig("card", 1, 1, 1, 1, settings), country, Buses(settings), TimeProvider.System, _told.Enqueue));
    }

    private LineProbe Line => _card.Fxo[0];

    private LineProbe Phone => _card.Fxs[0];

    /// <summary>The chips are reset, identified, powered up and checked; the lines are seen.</summary>
    [Scenario(120)]
    public async Task The_chips_are_reset_identified_and_powered_up()
    {
        await Ready();
        Check.That(_board.Resets > 0, "The reset pin was never low.");
        Check.That(Line.Fxo.HasBattery, "The line has no battery.");
        Check.Same(LineFeed.Forward, Phone.Fxs.Feed, "The feed of the telephone");
        _measured.Note("line, V", Line.Fxo.Readings.Volts);
        _measured.Note("telephone, V", Phone.Fxs.Readings.Volts);
        _measured.Note("told", string.Join(" | ", _told));
        Check.Within(Math.Abs(Line.Fxo.Readings.Volts), 30, 70, "The voltage of the line");
    }

    /// <summary>The exchange rings, the box answers, both talk, the caller hangs up.</summary>
    [Scenario(180)]
    public async Task A_caller_rings_is_answered_and_talks()
    {
        await Ready();
        var exchange = _board.Chips.ExchangeLines[0];
        exchange.Ring(new SimulatedCaller { Number = "0301234567" });
        await Line.Expect(LineEventKind.RingBegan, 10);
        Line.Fxo.SetOffHook(true);
        await Check.Until(() => exchange.State == ExchangeLineState.Talking, 5, "the exchange sees the answer");
        await Check.Pause(1);
        _measured.Note("loop, mA", Line.Fxo.Readings.Milliamps);
        Check.Within(Math.Abs(Line.Fxo.Readings.Milliamps), 10, 80, "The current of the loop");
        await Conversation.Carries(sound => exchange.Speak(sound), Line.Hear, "to the box", _measured);
        await Conversation.Carries(sound => Line.Say(sound), async seconds =>
        {
            var place = exchange.Heard().Length;
            await Check.Pause(seconds);
            return exchange.Heard()[place..];
        }, "to the exchange", _measured);
        exchange.HangUp();
        Line.Fxo.SetOffHook(false);
        await Check.Until(() => exchange.State == ExchangeLineState.Idle, 15, "the line is free");
    }

    /// <summary>The box rings a telephone, which is lifted, heard and put down.</summary>
    [Scenario(180)]
    public async Task A_telephone_rings_is_lifted_heard_and_put_down()
    {
        await Ready();
        var phone = _board.Chips.Phones[0];
        Phone.Fxs.SetFeed(LineFeed.Ringing);
        await Check.Until(() => phone.IsRinging, 10, "the telephone rings");
        phone.Lift();
        await Phone.Expect(LineEventKind.LoopClosed, 5);
        Check.That(!phone.IsRinging, "The telephone rings although it was lifted.");
        await Check.Pause(1);
        await Conversation.Carries(sound => phone.Speak(sound), Phone.Hear, "to the box", _measured);
        phone.HangUp();
        await Phone.Expect(LineEventKind.LoopOpened, 5);
    }

    /// <summary>Transistors of a line that are too hot are told, and the line comes back when they are cool.</summary>
    [Scenario(180)]
    public async Task A_line_that_is_too_hot_is_told_in_words_and_comes_back()
    {
        await Ready();
        _board.Chips.Faults[1].IsTooHot = true;
        await Phone.Expect(LineEventKind.FaultBegan, 20);
        _measured.Note("fault", Phone.Fault ?? "none");
        Check.Says(Phone.Fault, "heat");
        Check.That(Line.Fault is null, "The other chip has a fault too.");
        _board.Chips.Faults[1].IsTooHot = false;
        await Phone.Expect(LineEventKind.FaultCleared, 60);
    }

    /// <summary>A chip that answers nothing takes its own port along, and comes back by itself.</summary>
    [Scenario(180)]
    public async Task A_dead_chip_takes_only_its_own_port_along_and_comes_back()
    {
        await Ready();
        _board.Chips.Faults[1].IsDead = true;
        await Phone.Expect(LineEventKind.FaultBegan, 20);
        _measured.Note("fault", Phone.Fault ?? "none");
        Check.That(Line.Fault is null, "The other chip has a fault too.");
        _board.Chips.ExchangeLines[0].Ring(new SimulatedCaller());
        await Line.Expect(LineEventKind.RingBegan, 10);
        _board.Chips.Faults[1].IsDead = false;
        await Phone.Expect(LineEventKind.FaultCleared, 60);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _card.Dispose();
        _pins.Dispose();
        _board.Dispose();
    }

    private ProSlicBuses Buses(ProSlicCardSettings settings) => new(
        () => LinuxSpiBus.Open(settings.Spi, new SpiClockConfiguration(new Frequency(settings.SpiHertz), SpiMode.Mode3)),
        () => AlsaTdmBus.Open(settings.Sound, settings.Chain.Length, TimeProvider.System, AlsaTdmBus.MostLead),
        () => _pins.CreateDigitalOutputPort(_pins.Pin(ChipBoard.ResetPin)),
        () => _pins.CreateDigitalInterruptPort(
            _pins.Pin(ChipBoard.InterruptPin), InterruptMode.EdgeBoth, ResistorMode.Disabled, TimeSpan.Zero, TimeSpan.Zero));

    private async Task Ready()
    {
        var took = await Check.Until(
            () => _card.Ports.All(port => port.Fault is null), 60, $"all ports work ({string.Join(" | ", _told)})");
        _measured.Note("until all ports work, s", took.TotalSeconds);
        await Check.Until(() => Line.Fxo.HasBattery, 5, "the line has battery");
        Line.Forget();
        Phone.Forget();
    }
}
