using Switchhook.Hardware.Gpio;
using Theirs = Meadow.Hardware;

namespace Switchhook.Tests.Hardware.Adapters;

/// <summary>Pins of a Meadow device as pins of a board.</summary>
/// <param name="device">The device; on Meadow it is an <c>IMeadowDevice</c>.</param>
/// <param name="pin">Finds a pin by its name (<c>device.GetPin</c>); null when there is none.</param>
internal sealed class MeadowPins<TDevice>(TDevice device, Func<string, Theirs.IPin?> pin)
    : IPinBank, IDigitalOutputController, IDigitalInterruptController
    where TDevice : Theirs.IDigitalOutputController, Theirs.IDigitalInterruptController
{
    public IPin Pin(string name) =>
        pin(name) is { } theirs ? new AdaptedPin(name, this, theirs) : throw new IOException($"The device has no pin {name}.");

    public IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull) =>
        new MeadowOutputAdapter(
            (AdaptedPin)pin,
            device.CreateDigitalOutputPort((Theirs.IPin)pin.Key, initialState, (Theirs.OutputType)initialOutputType));

    // The numbers of both enumerations are the same, a test of ours holds them.
    public IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration) =>
        new MeadowInputAdapter(
            (AdaptedPin)pin,
            device.CreateDigitalInterruptPort(
                (Theirs.IPin)pin.Key,
                (Theirs.InterruptMode)interruptMode,
                (Theirs.ResistorMode)resistorMode,
                debounceDuration,
                glitchDuration));
}
