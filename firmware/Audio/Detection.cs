using Switchhook.Hardware.Countries;

namespace Switchhook.Audio;

/// <summary>What a detector of a channel heard.</summary>
public abstract record Detection
{
    private Detection()
    {
    }

    /// <summary>A DTMF digit began: 0–9, *, #, A–D.</summary>
    public sealed record Digit(char Value) : Detection;

    /// <summary>A caller-ID message arrived whole, with a right checksum.</summary>
    public sealed record CallerId(CallerIdMessage Message) : Detection;

    /// <summary>A supervisory tone has been heard long enough to be sure, and no speech with it.</summary>
    public sealed record ToneHeard(ToneKind Kind) : Detection;

    /// <summary>The tone last reported has stopped.</summary>
    public sealed record ToneEnded(ToneKind Kind) : Detection;
}
