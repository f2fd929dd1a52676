using Switchhook.Hardware.Gpio;

namespace Switchhook.Testing.Gpio;

/// <summary>An output that remembers every level it was set to.</summary>
public sealed class FakeOutputPort(bool initialState = false) : IDigitalOutputPort
{
    private readonly List<bool> _levels = [initialState];

    /// <summary>The levels in the order of time, the initial one first.</summary>
    public IReadOnlyList<bool> Levels => _levels;

    public bool IsDisposed { get; private set; }

    public bool InitialState => initialState;

    public IPin Pin { get; } = new FakePin("out");

    public IDigitalChannelInfo Channel => (IDigitalChannelInfo)Pin;

    public bool State
    {
        get => _levels[^1];
        set => _levels.Add(value);
    }

    public void Dispose() => IsDisposed = true;
}
