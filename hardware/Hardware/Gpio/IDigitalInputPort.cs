namespace Switchhook.Hardware.Gpio;

/// <summary>A pin whose level the box reads.</summary>
public interface IDigitalInputPort : IDigitalPort
{
    /// <summary>Level now; true is high.</summary>
    bool State { get; }

    /// <summary>The pull resistor.</summary>
    ResistorMode Resistor { get; set; }
}

/// <summary>The pull resistor of an input. The numbers are Meadow's; do not store them, other libraries count differently.</summary>
public enum ResistorMode
{
    /// <summary>None.</summary>
    Disabled = 0,

    /// <summary>The chip's own, to low.</summary>
    InternalPullDown = 1,

    /// <summary>The chip's own, to high.</summary>
    InternalPullUp = 2,

    /// <summary>One on the board, to low.</summary>
    ExternalPullDown = 3,

    /// <summary>One on the board, to high.</summary>
    ExternalPullUp = 4,
}
