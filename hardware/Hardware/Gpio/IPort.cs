namespace Switchhook.Hardware.Gpio;

/// <summary>A pin in one of its uses. Disposing gives the pin back.</summary>
/// <typeparam name="TChannel">The use.</typeparam>
public interface IPort<TChannel> : IDisposable
    where TChannel : IChannelInfo
{
    /// <summary>The use.</summary>
    TChannel Channel { get; }

    /// <summary>The pin.</summary>
    IPin Pin { get; }
}

/// <summary>A pin as digital input or output.</summary>
public interface IDigitalPort : IPort<IDigitalChannelInfo>
{
}
