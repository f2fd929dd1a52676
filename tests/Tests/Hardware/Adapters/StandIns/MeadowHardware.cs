// Stand-ins for Meadow.Contracts, which cannot be restored where this repository is built: only the members that the adapters use, with
// their names and types. With the package in place of this file the adapters compile as they are.
namespace Meadow.Hardware;

public interface IPin
{
    string Name { get; }
}

public interface IDigitalOutputPort : IDisposable
{
    bool InitialState { get; }

    bool State { get; set; }
}

public interface IDigitalInterruptPort : IDisposable
{
    event EventHandler<DigitalPortResult> Changed;

    bool State { get; }

    InterruptMode InterruptMode { get; }

    ResistorMode Resistor { get; set; }

    TimeSpan DebounceDuration { get; set; }

    TimeSpan GlitchDuration { get; set; }
}

public interface IDigitalOutputController
{
    IDigitalOutputPort CreateDigitalOutputPort(IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull);
}

public interface IDigitalInterruptController
{
    IDigitalInterruptPort CreateDigitalInterruptPort(
        IPin pin, InterruptMode interruptMode, ResistorMode resistorMode, TimeSpan debounceDuration, TimeSpan glitchDuration);
}

public struct DigitalState
{
    public bool State { get; set; }

    public DateTime Time { get; set; }
}

public struct DigitalPortResult
{
    public DigitalState New { get; set; }

    public DigitalState? Old { get; set; }
}

public enum OutputType
{
    PushPull,
    OpenDrain,
}

public enum InterruptMode
{
    None,
    EdgeFalling,
    EdgeRising,
    EdgeBoth,
}

public enum ResistorMode
{
    Disabled,
    InternalPullDown,
    InternalPullUp,
    ExternalPullDown,
    ExternalPullUp,
}
