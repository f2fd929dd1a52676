using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Expanders;

/// <summary>A pin of an expander.</summary>
/// <param name="Name">Name, such as <c>GPA3</c>.</param>
/// <param name="Bit">The bit that stands for it.</param>
/// <param name="Owner">The expander.</param>
/// <param name="InputCapable">True when its level can be read.</param>
internal sealed record ExpanderPin(string Name, ulong Bit, Expander Owner, bool InputCapable) : IPin, IDigitalChannelInfo
{
    public IPinController? Controller => Owner;

    public IList<IChannelInfo>? SupportedChannels => [this];

    public object Key => (Owner.Name, Name);

    public bool InterruptCapable => InputCapable;

    public bool OutputCapable => true;

    public bool Equals(IPin? other) => other is ExpanderPin pin && ReferenceEquals(pin.Owner, Owner) && pin.Bit == Bit;
}
