namespace Switchhook.Hardware.Boards.Parts;

/// <summary>What a lamp or a buzzer is wired to.</summary>
public abstract record Wire
{
    private Wire()
    {
    }

    /// <summary>A pin, on or off.</summary>
    /// <param name="Name">Name of the pin, such as <c>GPIO17</c>; <c>leds.QA0</c> is QA0 of the expander leds.</param>
    public sealed record Pin(string Name) : Wire;

    /// <summary>A channel of pulse width modulation.</summary>
    /// <param name="Chip">Number of the kernel's PWM chip.</param>
    /// <param name="Channel">Channel of the chip.</param>
    public sealed record Pwm(int Chip, int Channel) : Wire;
}
