using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Simulated.Pins;

/// <summary>A pin of any name, for every use.</summary>
internal sealed record SimulatedPin(string Name, IPinController? Controller) : IPin, IDigitalChannelInfo
{
    public IList<IChannelInfo> SupportedChannels => [this];

    public object Key => Name;

    public bool InterruptCapable => true;

    public bool InputCapable => true;

    public bool OutputCapable => true;

    public bool Equals(IPin? other) => other is SimulatedPin pin && Equals(pin);
}
