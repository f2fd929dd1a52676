namespace Switchhook.Hardware.Gpio;

/// <summary>A pin of the board. It does nothing itself: a controller makes ports of it.</summary>
public interface IPin : IEquatable<IPin>
{
    /// <summary>What makes ports of this pin; null when nothing can.</summary>
    IPinController? Controller { get; }

    /// <summary>What the pin can be used as; null when not told.</summary>
    IList<IChannelInfo>? SupportedChannels { get; }

    /// <summary>Name as board files write it, such as <c>GPIO17</c>.</summary>
    string Name { get; }

    /// <summary>What the driver knows the pin by, such as chip and line number.</summary>
    object Key { get; }
}
