namespace Switchhook.Hardware.Gpio;

/// <summary>Makes ports of pins by asking their controller.</summary>
public static class PinExtensions
{
    /// <summary>Takes a pin as an output; disposing the port gives it back.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="initialState">Level from the first moment on.</param>
    /// <exception cref="IOException">The pin is in use, or cannot be an output.</exception>
    public static IDigitalOutputPort CreateDigitalOutputPort(this IPin pin, bool initialState = false) =>
        pin.Controller is IDigitalOutputController controller
            ? controller.CreateDigitalOutputPort(pin, initialState)
            : throw new IOException($"Pin {pin.Name} cannot be an output. Use another one.");

    /// <summary>Takes a pin as an input that tells of both edges; disposing the port gives it back.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="resistorMode">The pull resistor.</param>
    /// <exception cref="IOException">The pin is in use, or cannot be an input.</exception>
    public static IDigitalInterruptPort CreateDigitalInterruptPort(this IPin pin, ResistorMode resistorMode) =>
        pin.Controller is IDigitalInterruptController controller
            ? controller.CreateDigitalInterruptPort(pin, InterruptMode.EdgeBoth, resistorMode, TimeSpan.Zero, TimeSpan.Zero)
            : throw new IOException($"Pin {pin.Name} cannot be an input. Use another one.");
}
