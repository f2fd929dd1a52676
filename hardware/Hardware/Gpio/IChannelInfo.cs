namespace Switchhook.Hardware.Gpio;

/// <summary>Something that a pin can be used as.</summary>
public interface IChannelInfo
{
    /// <summary>Name of the channel.</summary>
    string Name { get; }
}

/// <summary>A pin's use as digital input or output.</summary>
public interface IDigitalChannelInfo : IChannelInfo
{
    /// <summary>True when it can tell of changes.</summary>
    bool InterruptCapable { get; }

    /// <summary>True when its level can be read.</summary>
    bool InputCapable { get; }

    /// <summary>True when its level can be set.</summary>
    bool OutputCapable { get; }
}
