using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Simulated.Pins;

/// <summary>An output without hardware.</summary>
internal sealed class SimulatedOutput(SimulatedPins owner, SimulatedPin pin, bool initialState) : IDigitalOutputPort
{
    private volatile bool _state = initialState;

    public bool InitialState { get; } = initialState;

    public bool State
    {
        get => _state;
        set => _state = value;
    }

    public IPin Pin => pin;

    public IDigitalChannelInfo Channel => pin;

    public void Dispose() => owner.GiveBack(pin.Name, this);
}
