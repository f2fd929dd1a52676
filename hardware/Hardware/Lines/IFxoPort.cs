namespace Switchhook.Hardware.Lines;

/// <summary>A foreign-exchange-office port: the card is the telephone, the exchange is at the far end.</summary>
/// <remarks>The methods may be called from the control loop's thread while the media thread exchanges blocks.</remarks>
public interface IFxoPort : IAnalogPort
{
    /// <summary>True while the card closes the loop.</summary>
    bool IsOffHook { get; }

    /// <summary>True while the exchange feeds the line.</summary>
    bool HasBattery { get; }

    /// <summary>Closes (<c>true</c>) or opens the loop: answers, seizes or clears the line.</summary>
    void SetOffHook(bool offHook);

    /// <summary>Opens the loop for the given time and closes it again (register recall). Ignored on-hook.</summary>
    void Flash(TimeSpan duration);

    /// <summary>
    /// Dials by loop disconnect; <see cref="LineEventKind.PulsesSent"/> tells the end. Off-hook only.
    /// </summary>
    /// <param name="digits">Digits 0 to 9; 0 is ten pulses.</param>
    void SendPulses(string digits);
}
