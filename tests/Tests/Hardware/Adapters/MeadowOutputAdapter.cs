using Switchhook.Hardware.Gpio;
using Theirs = Meadow.Hardware;

namespace Switchhook.Tests.Hardware.Adapters;

/// <summary>An output of Meadow.</summary>
internal sealed class MeadowOutputAdapter(AdaptedPin pin, Theirs.IDigitalOutputPort port) : IDigitalOutputPort
{
    public IPin Pin => pin;

    public IDigitalChannelInfo Channel => pin;

    public bool InitialState => port.InitialState;

    public bool State
    {
        get => port.State;
        set => port.State = value;
    }

    public void Dispose() => port.Dispose();
}
