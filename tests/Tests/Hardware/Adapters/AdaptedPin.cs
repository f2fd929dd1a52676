using Switchhook.Hardware.Gpio;

namespace Switchhook.Tests.Hardware.Adapters;

/// <summary>A pin of another library.</summary>
/// <param name="Name">Name as board files write it.</param>
/// <param name="Controller">What makes ports of it.</param>
/// <param name="Key">What the library knows it by.</param>
internal sealed record AdaptedPin(string Name, IPinController? Controller, object Key) : IPin, IDigitalChannelInfo
{
    public IList<IChannelInfo>? SupportedChannels => [this];

    public bool InterruptCapable => true;

    public bool InputCapable => true;

    public bool OutputCapable => true;

    public bool Equals(IPin? other) => other is AdaptedPin pin && Equals(pin);
}
