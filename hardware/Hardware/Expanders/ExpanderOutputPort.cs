using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Expanders;

/// <summary>A pin of an expander as an output. Disposing gives the pin back and leaves its level.</summary>
internal sealed class ExpanderOutputPort(Expander owner, ExpanderPin pin, bool initialState) : IDigitalOutputPort
{
    private bool _disposed;

    public bool InitialState { get; } = initialState;

    public bool State
    {
        get => owner.LevelOf(pin.Bit);
        set
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
            owner.SetLevel(pin.Bit, value);
        }
    }

    public IPin Pin => pin;

    public IDigitalChannelInfo Channel => pin;

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true))
        {
            owner.GiveBack(pin.Bit);
        }
    }
}
