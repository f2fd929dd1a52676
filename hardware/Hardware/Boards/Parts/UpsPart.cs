namespace Switchhook.Hardware.Boards.Parts;

/// <summary>The contacts of a board's uninterruptible power supply.</summary>
/// <param name="OnBattery">Tells that the mains are gone.</param>
/// <param name="BatteryLow">Tells that the battery is nearly empty; null without such a contact.</param>
/// <param name="After">How long a contact must stay as it is before it counts.</param>
public sealed record UpsPart(InputPart OnBattery, InputPart? BatteryLow, TimeSpan After);
