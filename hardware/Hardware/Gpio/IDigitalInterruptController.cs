namespace Switchhook.Hardware.Gpio;

/// <summary>Makes digital inputs of pins that tell of changes.</summary>
public interface IDigitalInterruptController : IPinController
{
    /// <summary>Takes a pin as an input; disposing the port gives it back.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="interruptMode">Which changes are told.</param>
    /// <param name="resistorMode">The pull resistor.</param>
    /// <param name="debounceDuration">After a change that was told, further ones are ignored for this time.</param>
    /// <param name="glitchDuration">A level counts only once it has been stable for this time.</param>
    /// <exception cref="IOException">The pin is in use, or the kernel refuses it.</exception>
    IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration);
}
