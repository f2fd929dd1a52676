using System.Collections.Concurrent;
using System.Globalization;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Simulated.Pins;

/// <summary>Pins without hardware, of any name: lamps, relays and buttons of the simulated board. Any thread.</summary>
/// <param name="time">The clock of the inputs' filters.</param>
public sealed class SimulatedPins(TimeProvider time) : IPinBank, IDigitalOutputController, IDigitalInterruptController
{
    private readonly ConcurrentDictionary<string, IDigitalPort> _taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _outside = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IPin Pin(string name) => new SimulatedPin(name, this);

    /// <summary>The level of a pin: what drives an output; what the outside does to an input, or its pull resistor.</summary>
    public bool LevelOf(string name) => _taken.GetValueOrDefault(name) switch
    {
        IDigitalOutputPort output => output.State,
        IDigitalInterruptPort input => OutsideLevel(name, input.Resistor),
        _ => _outside.GetValueOrDefault(name),
    };

    /// <summary>The duty cycle of a PWM channel, 0 to 1; 0 while it rests.</summary>
    public double DutyCycleOf(int chip, int channel) =>
        _taken.GetValueOrDefault(PwmName(chip, channel)) is IPwmPort { State: true } pwm ? pwm.DutyCycle : 0;

    /// <summary>The outside drives an input, as somebody who presses a button. It holds until the next call.</summary>
    /// <param name="name">Name of the pin.</param>
    /// <param name="level">True is high.</param>
    public void SetLevel(string name, bool level)
    {
        _outside[name] = level;
        if (_taken.GetValueOrDefault(name) is FilteredInputPort input)
        {
            input.Tell(level);
        }
    }

    /// <summary>The outside lets an input go: its pull resistor decides.</summary>
    public void Release(string name)
    {
        _outside.TryRemove(name, out _);
        if (_taken.GetValueOrDefault(name) is FilteredInputPort input)
        {
            input.Tell(OutsideLevel(name, input.Resistor));
        }
    }

    /// <inheritdoc/>
    public IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull) =>
        Take(pin.Name, new SimulatedOutput(this, new SimulatedPin(pin.Name, this), initialState));

    /// <inheritdoc/>
    public IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration)
    {
        var own = new SimulatedPin(pin.Name, this);
        var level = OutsideLevel(pin.Name, resistorMode);
        return Take(pin.Name, new FilteredInputPort(own, level, interruptMode, resistorMode, time, port => GiveBack(pin.Name, port))
        {
            DebounceDuration = debounceDuration,
            GlitchDuration = glitchDuration,
        });
    }

    /// <summary>Takes a PWM channel; disposing the port gives it back.</summary>
    /// <param name="chip">Number of the chip.</param>
    /// <param name="channel">Channel of the chip.</param>
    /// <exception cref="IOException">The channel is in use.</exception>
    public IPwmPort CreatePwmPort(int chip, int channel)
    {
        var name = PwmName(chip, channel);
        return Take(name, new SimulatedPwm(this, new SimulatedPin(name, this)));
    }

    internal void GiveBack(string name, IDigitalPort port) => _taken.TryRemove(KeyValuePair.Create(name, port));

    private static string PwmName(int chip, int channel) => string.Create(CultureInfo.InvariantCulture, $"PWM {chip}:{channel}");

    private bool OutsideLevel(string name, ResistorMode resistor) => _outside.TryGetValue(name, out var level)
        ? level
        : resistor is ResistorMode.InternalPullUp or ResistorMode.ExternalPullUp;

    private T Take<T>(string name, T port)
        where T : IDigitalPort =>
        _taken.TryAdd(name, port) ? port : throw new IOException($"Pin {name} is in use already. Give it to one thing only.");
}
