namespace Switchhook.Hardware.Gpio;

/// <summary>Pins by the names of board files: those of a chip of the kernel, of an expander, or simulated ones.</summary>
public interface IPinBank
{
    /// <summary>The pin of a name. Its controller makes ports of it.</summary>
    /// <param name="name">Name, such as <c>GPIO17</c>.</param>
    /// <exception cref="IOException">There is no such pin; the message names those that are there, or how to find them.</exception>
    IPin Pin(string name);
}
