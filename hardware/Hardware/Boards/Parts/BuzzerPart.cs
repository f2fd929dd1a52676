namespace Switchhook.Hardware.Boards.Parts;

/// <summary>The buzzer of a board.</summary>
/// <param name="Wire">A pin for one that sounds by itself, PWM for one that needs a wave.</param>
/// <param name="ActiveLow">True when it sounds while the pin is low.</param>
/// <param name="Frequency">Of the wave; counts for PWM only.</param>
public sealed record BuzzerPart(Wire Wire, bool ActiveLow, Frequency Frequency);
