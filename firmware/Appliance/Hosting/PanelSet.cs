using Switchhook.Appliance.Panels;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Hardware.Panel.Sounds;

namespace Switchhook.Appliance.Hosting;

/// <summary>What a board has besides line cards: lamps, buttons, relays, a buzzer, a power supply that tells its state.</summary>
/// <remarks>A part that cannot be opened is left out and told in <see cref="Faults"/>; the box serves calls without it.</remarks>
public sealed class PanelSet : IDisposable
{
    private readonly Stack<IDisposable> _parts = new();
    private readonly List<string> _unopened = [];
    private readonly PanelPins _pins;
    private readonly TimeProvider _time;

    private PanelSet(Board board, IPanelHardware hardware, IReadOnlyDictionary<string, IFxoPort> lines, TimeProvider time)
    {
        _time = time;
        _pins = Keep(new PanelPins(board, hardware, time));
        Lamps = [.. board.Lamps.Values.Select(part => Open($"Lamp {part.Name}", () => OpenLamp(part))).OfType<PatternLamp>()];
        Buttons = [.. board.Buttons.Values.Select(part => Open($"Button {part.Name}", () => OpenButton(part))).OfType<HoldButton>()];
        PowerFail = [.. OpenPowerFails(board, lines)];
        Relays =
        [
            .. board.Relays.Values.Where(part => part.PowerFail is null)
                .Select(part => Open($"Relay {part.Name}", () => Keep(new SteadyRelay(OpenRelay(part), _time))))
                .OfType<SteadyRelay>(),
        ];
        Buzzer = board.Buzzer is { } buzzer ? Open("The buzzer", () => OpenBuzzer(buzzer)) : null;
        Power = board.Ups is { } ups ? Open("The signal of the power supply", () => OpenPower(ups)) : null;
    }

    /// <summary>The lamps.</summary>
    public IReadOnlyList<PatternLamp> Lamps { get; }

    /// <summary>The buttons.</summary>
    public IReadOnlyList<HoldButton> Buttons { get; }

    /// <summary>The relays that give a line to a phone while the box does not run; <see cref="CardSet.PutBehind"/> takes them.</summary>
    public IReadOnlyList<PowerFailRelay> PowerFail { get; }

    /// <summary>The relays that the site file may use.</summary>
    public IReadOnlyList<SteadyRelay> Relays { get; }

    /// <summary>The buzzer; null without one.</summary>
    public IBuzzer? Buzzer { get; }

    /// <summary>What the box lives on; null when nothing tells.</summary>
    public IPowerSource? Power { get; }

    /// <summary>What is wrong with the panel at this moment, as sentences. Any thread.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. _unopened,
        .. _pins.Faults,
        .. Lamps.Select(lamp => lamp.Fault)
            .Concat(PowerFail.Select(relay => relay.Fault))
            .Concat(Relays.Select(relay => relay.Fault))
            .Append(Buzzer?.Fault)
            .OfType<string>(),
    ];

    /// <summary>Makes the panel of a board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="hardware">Opens what the parts are wired to.</param>
    /// <param name="lines">Ports of the lines by name, for the power-fail relays.</param>
    /// <param name="time">The clock.</param>
    public static PanelSet Create(
        Board board, IPanelHardware hardware, IReadOnlyDictionary<string, IFxoPort> lines, TimeProvider time) =>
        new(board, hardware, lines, time);

    /// <summary>The box stops: power-fail relays give their lines back as soon as no call of the box is on them.</summary>
    public void Leave()
    {
        foreach (var relay in PowerFail)
        {
            relay.Leave();
        }
    }

    /// <summary>Puts everything at rest.</summary>
    public void Dispose()
    {
        while (_parts.TryPop(out var part))
        {
            try
            {
                part.Dispose();
            }
            catch (IOException)
            {
                // A chip that is gone cannot be put at rest; the others can.
            }
        }
    }

    private PatternLamp OpenLamp(LampPart part)
    {
        ILamp One(Wire wire) => wire switch
        {
            Wire.Pin pin => new Lamp(part.Name, Keep(_pins.Output(pin.Name, part.ActiveLow)), part.ActiveLow),
            Wire.Pwm pwm => new PwmLamp(part.Name, Keep(_pins.Pwm(pwm)), part.Brightness, part.ActiveLow),
            _ => throw new ArgumentException($"Lamp {part.Name} is wired in an unknown way.", nameof(part)),
        };

        return Keep(new PatternLamp(
            part.Wiring switch
            {
                LampWiring.OneColour one => One(one.Wire),
                LampWiring.ThreeColours three => new ColourLamp(part.Name, One(three.Red), One(three.Green), One(three.Blue)),
                _ => throw new ArgumentException($"Lamp {part.Name} is wired in an unknown way.", nameof(part)),
            },
            _time));
    }

    private HoldButton OpenButton(ButtonPart part)
    {
        var port = Keep(_pins.Input(part.Input));
        var button = Keep(new Button(part.Name, port, _time, part.Input.ActiveLow));
        return Keep(new HoldButton(button, part.Stages, _time) { Press = part.Press });
    }

    private Relay OpenRelay(RelayPart part) =>
        Keep(new Relay(part.Name, Keep(_pins.Output(part.Pin, part.ActiveLow)), part.ActiveLow));

    private IEnumerable<PowerFailRelay> OpenPowerFails(Board board, IReadOnlyDictionary<string, IFxoPort> lines)
    {
        foreach (var part in board.Relays.Values)
        {
            if (part.PowerFail is { } use && lines.TryGetValue(use.Line, out var line))
            {
                yield return OpenPowerFail(part, line, use.Phone);
            }
        }
    }

    // Without its pin the relay is at rest, and the line goes past the box: that must be known of the line too.
    private PowerFailRelay OpenPowerFail(RelayPart part, IFxoPort line, string phone)
    {
        IRelay? relay = Open($"Relay {part.Name}", () => OpenRelay(part));
        return Keep(new PowerFailRelay(relay ?? new UnopenedRelay(part.Name, "Its pin could not be taken."), line, phone, _time));
    }

    private Buzzer OpenBuzzer(BuzzerPart part) => Keep(part.Wire switch
    {
        Wire.Pin pin => Hardware.Panel.Sounds.Buzzer.AtPin(Keep(_pins.Output(pin.Name, part.ActiveLow)), _time, part.ActiveLow),
        Wire.Pwm pwm => Hardware.Panel.Sounds.Buzzer.AtPwm(Keep(_pins.Pwm(pwm)), part.Frequency, _time),
        _ => throw new ArgumentException("The buzzer is wired in an unknown way.", nameof(part)),
    });

    private UpsSignal OpenPower(UpsPart part)
    {
        UpsContact Contact(InputPart input) => new(Keep(_pins.Input(input)), input.ActiveLow);

        var onBattery = Contact(part.OnBattery);
        UpsContact? batteryLow = part.BatteryLow is { } low ? Contact(low) : null;
        return Keep(new UpsSignal(onBattery, batteryLow, part.After, _time));
    }

    private T? Open<T>(string what, Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _unopened.Add($"{what} cannot be used: {failure.Message}");
            return null;
        }
    }

    private T Keep<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }
}
