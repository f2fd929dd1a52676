using System.Device.Gpio;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Tests.Hardware.Adapters;

/// <summary>An output of System.Device.Gpio.</summary>
internal sealed class GpioOutputAdapter(GpioController controller, AdaptedPin pin, bool initialState) : IDigitalOutputPort
{
    private readonly int _number = (int)pin.Key;
    private bool _state = initialState;

    public IPin Pin => pin;

    public IDigitalChannelInfo Channel => pin;

    public bool InitialState { get; } = initialState;

    public bool State
    {
        get => _state;
        set
        {
            controller.Write(_number, value ? PinValue.High : PinValue.Low);
            _state = value;
        }
    }

    public void Dispose() => controller.ClosePin(_number);
}
