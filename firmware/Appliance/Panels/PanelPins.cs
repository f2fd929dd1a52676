using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;

namespace Switchhook.Appliance.Panels;

/// <summary>Pins by the names of the board file: those of the board, and those of its expanders as <c>NAME.PIN</c>.</summary>
internal sealed class PanelPins : IDisposable
{
    private readonly IPanelHardware _hardware;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Expander> _expanders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _failed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, II2cBus> _i2c = new(StringComparer.Ordinal);
    private readonly Stack<IDisposable> _owned = new();

    /// <summary>Opens the expanders of a board; one that cannot be opened has pins that cannot be either.</summary>
    public PanelPins(Board board, IPanelHardware hardware, TimeProvider time)
    {
        (_hardware, _time) = (hardware, time);
        foreach (var part in board.Expanders.Values)
        {
            try
            {
                _expanders[part.Name] = Own(Open(part));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                _failed[part.Name] = failure.Message;
            }
        }
    }

    /// <summary>What is wrong with the expanders at this moment, as sentences.</summary>
    public IEnumerable<string> Faults =>
    [
        .. _failed.Select(failed => $"Expander {failed.Key} cannot be opened: {failed.Value}"),
        .. _expanders.Values.Select(expander => expander.Fault).OfType<string>(),
    ];

    /// <summary>Takes a pin as an output.</summary>
    /// <exception cref="IOException">It cannot be taken.</exception>
    public IDigitalOutputPort Output(string name, bool initialState) => Pin(name).CreateDigitalOutputPort(initialState);

    /// <summary>Takes a pin as an input.</summary>
    /// <exception cref="IOException">It cannot be taken.</exception>
    public IDigitalInterruptPort Input(InputPart input) => Pin(input.Pin).CreateDigitalInterruptPort(input.Pull);

    /// <summary>Takes a PWM channel.</summary>
    /// <exception cref="IOException">It cannot be taken.</exception>
    public IPwmPort Pwm(Wire.Pwm pwm) => _hardware.OpenPwm(pwm.Chip, pwm.Channel);

    /// <summary>Closes the expanders and their buses.</summary>
    public void Dispose()
    {
        while (_owned.TryPop(out var part))
        {
            part.Dispose();
        }
    }

    private IPin Pin(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var owner = dot > 0 ? name[..dot] : "";
        return _failed.ContainsKey(owner) ? throw new IOException($"Expander {owner} cannot be opened.")
            : _expanders.TryGetValue(owner, out var expander) ? expander.Pin(name[(dot + 1)..])
            : _hardware.Pins.Pin(name);
    }

    private Expander Open(ExpanderPart part) => part.Chip switch
    {
        ExpanderChip.Hc595 => new ShiftRegister74Hc595(
            part.Name,
            OwnIfDisposable(_hardware.OpenSpi(part.Bus, ShiftRegister74Hc595.Clock)),
            part.Chips,
            _time,
            part.Latch is { } latch ? Own(_hardware.Pins.Pin(latch).CreateDigitalOutputPort()) : null),
        ExpanderChip.Pcf8574 => new Pcf8574(part.Name, I2c(part.Bus), part.Address, _time, Interrupt(part)),
        ExpanderChip.Mcp23017 => new Mcp23017(part.Name, I2c(part.Bus), part.Address, _time, Interrupt(part)),
    };

    private II2cBus I2c(string device)
    {
        if (!_i2c.TryGetValue(device, out var bus))
        {
            bus = Own(new SharedI2cBus(_hardware.OpenI2c(device)));
            _i2c.Add(device, bus);
        }

        return bus;
    }

    private IDigitalInterruptPort? Interrupt(ExpanderPart part) => part.Interrupt is { } pin
        ? Own(_hardware.Pins.Pin(pin).CreateDigitalInterruptPort(ResistorMode.InternalPullUp))
        : null;

    private T Own<T>(T part)
        where T : IDisposable
    {
        _owned.Push(part);
        return part;
    }

    private T OwnIfDisposable<T>(T part)
    {
        if (part is IDisposable disposable)
        {
            _owned.Push(disposable);
        }

        return part;
    }
}
