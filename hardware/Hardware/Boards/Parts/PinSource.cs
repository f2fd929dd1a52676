namespace Switchhook.Hardware.Boards.Parts;

/// <summary>Where the pins of a board come from.</summary>
public enum PinSource
{
    /// <summary>The kernel's GPIO devices.</summary>
    Linux,

    /// <summary>Nowhere: pins of any name, for boards without hardware.</summary>
    Simulated,
}
