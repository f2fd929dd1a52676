using System.Device.Gpio;
using System.Globalization;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Tests.Hardware.Adapters;

/// <summary>Pins of System.Device.Gpio as pins of a board: <c>GPIO17</c> is number 17 of the controller.</summary>
/// <param name="controller">The controller; stays its owner's.</param>
/// <param name="time">The clock of the inputs' filters.</param>
internal sealed class GpioControllerPins(GpioController controller, TimeProvider time)
    : IPinBank, IDigitalOutputController, IDigitalInterruptController
{
    private const string Prefix = "GPIO";

    public IPin Pin(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AdaptedPin(name, this, number)
            : throw new IOException($"There is no pin {name}. Write {Prefix} and the number of the controller, such as {Prefix}17.");

    public IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull)
    {
        Open(pin, number => controller.OpenPin(number, PinMode.Output, initialState ? PinValue.High : PinValue.Low));
        return new GpioOutputAdapter(controller, (AdaptedPin)pin, initialState);
    }

    // The library tells of edges only: glitches and bounce are taken out by our own port.
    public IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration)
    {
        Open(pin, number => controller.OpenPin(number, Mode(resistorMode)));
        var number = (int)pin.Key;
        FilteredInputPort? port = null;
        void Tell(object sender, PinValueChangedEventArgs change) => port!.Tell(change.ChangeType == PinEventTypes.Rising);
        var level = controller.Read(number) == PinValue.High;
        port = new FilteredInputPort(pin, level, interruptMode, resistorMode, time, _ => Close(number, Tell))
        {
            DebounceDuration = debounceDuration,
            GlitchDuration = glitchDuration,
        };
        controller.RegisterCallbackForPinValueChangedEvent(number, PinEventTypes.Rising | PinEventTypes.Falling, Tell);
        return port;
    }

    private static PinMode Mode(ResistorMode resistor) => resistor switch
    {
        ResistorMode.InternalPullUp => PinMode.InputPullUp,
        ResistorMode.InternalPullDown => PinMode.InputPullDown,
        _ => PinMode.Input,
    };

    // The library throws what it likes; a pin that cannot be had is an I/O fault to us.
    private static void Open(IPin pin, Action<int> open)
    {
        try
        {
            open((int)pin.Key);
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new IOException($"Pin {pin.Name} cannot be taken: {failure.Message}", failure);
        }
    }

    private void Close(int number, PinChangeEventHandler handler)
    {
        controller.UnregisterCallbackForPinValueChangedEvent(number, handler);
        controller.ClosePin(number);
    }
}
