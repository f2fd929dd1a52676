namespace Switchhook.Hardware.Gpio;

/// <summary>A pin that is high for a part of each period (pulse width modulation): brightness of a lamp, tone of a buzzer.</summary>
public interface IPwmPort : IDigitalPort
{
    /// <summary>Periods per second.</summary>
    Frequency Frequency { get; set; }

    /// <summary>Part of the period in which it is high, 0 to 1.</summary>
    double DutyCycle { get; set; }

    /// <summary>True while the pin follows <see cref="DutyCycle"/>.</summary>
    bool State { get; }

    /// <summary>Begins.</summary>
    /// <exception cref="IOException">The kernel refuses it.</exception>
    void Start();

    /// <summary>Ends: the pin is low.</summary>
    /// <exception cref="IOException">The kernel refuses it.</exception>
    void Stop();
}
