namespace Switchhook.Hardware.Boards;

/// <summary>A lamp, a button or a relay at a pin.</summary>
/// <param name="Name">Name for site files.</param>
/// <param name="Pin">Name of the pin as the driver of the pins knows it.</param>
/// <param name="ActiveLow">True when it is on, or pressed, while the pin is low.</param>
public sealed record PinConfig(string Name, string Pin, bool ActiveLow);
