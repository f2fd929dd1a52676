using Switchhook.Hardware.Gpio;

namespace Switchhook.Testing.Gpio;

/// <summary>A pin that is nothing but a name.</summary>
public sealed record FakePin(string Name) : IPin, IDigitalChannelInfo
{
    public IPinController? Controller => null;

    public IList<IChannelInfo>? SupportedChannels => [this];

    public object Key => Name;

    public bool InterruptCapable => true;

    public bool InputCapable => true;

    public bool OutputCapable => true;

    public bool Equals(IPin? other) => other is FakePin pin && Equals(pin);
}
