using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel;

/// <summary>A lamp at a pin. Disposing puts it out; the port stays its owner's.</summary>
/// <param name="name">Name as the board file gives it.</param>
/// <param name="port">The pin's port.</param>
/// <param name="activeLow">True when it lights while the pin is low.</param>
public sealed class Lamp(string name, IDigitalOutputPort port, bool activeLow = false) : ILamp, IDisposable
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsOn
    {
        get => port.State != activeLow;
        set => port.State = value != activeLow;
    }

    /// <summary>Puts the lamp out.</summary>
    public void Dispose() => IsOn = false;
}
