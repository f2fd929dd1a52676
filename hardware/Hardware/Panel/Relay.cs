using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel;

/// <summary>A relay at a pin. Disposing lets it go to rest; the port stays its owner's.</summary>
/// <param name="name">Name as the board file gives it.</param>
/// <param name="port">The pin's port.</param>
/// <param name="activeLow">True when it pulls while the pin is low.</param>
public sealed class Relay(string name, IDigitalOutputPort port, bool activeLow = false) : IRelay, IDisposable
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsPulled
    {
        get => port.State != activeLow;
        set => port.State = value != activeLow;
    }

    /// <summary>Lets the relay go to rest.</summary>
    public void Dispose() => IsPulled = false;
}
