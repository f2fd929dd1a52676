namespace Switchhook.Hardware.Gpio;

/// <summary>Makes digital outputs of pins.</summary>
public interface IDigitalOutputController : IPinController
{
    /// <summary>Takes a pin as an output; disposing the port gives it back.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="initialState">Level from the first moment on.</param>
    /// <param name="initialOutputType">How the pin drives its level.</param>
    /// <exception cref="IOException">The pin is in use, or the kernel refuses it.</exception>
    IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull);
}

/// <summary>How an output drives its level.</summary>
public enum OutputType
{
    /// <summary>Drives high and low.</summary>
    PushPull,

    /// <summary>Drives low only; high is left to a pull-up.</summary>
    OpenDrain,
}
