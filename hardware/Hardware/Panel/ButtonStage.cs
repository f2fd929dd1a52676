namespace Switchhook.Hardware.Panel;

/// <summary>What a button does when it is held.</summary>
/// <param name="After">How long it must be held.</param>
/// <param name="Action">What it does then.</param>
public sealed record ButtonStage(TimeSpan After, ButtonAction Action);
