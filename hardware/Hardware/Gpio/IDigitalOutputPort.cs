namespace Switchhook.Hardware.Gpio;

/// <summary>A pin whose level the box sets.</summary>
public interface IDigitalOutputPort : IDigitalPort
{
    /// <summary>Level that it was created with.</summary>
    bool InitialState { get; }

    /// <summary>Level now; true is high.</summary>
    bool State { get; set; }
}
