namespace Switchhook.Hardware.Boards;

/// <summary>A pin that a line card needs.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Pin">Name of the pin as the driver of the pins knows it.</param>
/// <param name="ActiveLow">True when it is on, or pressed, while the pin is low.</param>
public sealed record PinConfig(string Name, string Pin, bool ActiveLow);
