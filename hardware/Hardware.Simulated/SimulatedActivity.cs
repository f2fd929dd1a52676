namespace Switchhook.Hardware.Simulated;

/// <summary>Something that happened at a simulated far end.</summary>
/// <param name="At">When, on the scale of <c>TimeProvider.GetElapsedTime(0)</c>.</param>
/// <param name="Text">What, in words.</param>
public readonly record struct SimulatedActivity(TimeSpan At, string Text);
