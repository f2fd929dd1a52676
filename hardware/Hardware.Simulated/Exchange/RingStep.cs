namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>One step.</summary>
/// <param name="Kind">What.</param>
/// <param name="Samples">How long.</param>
internal readonly record struct RingStep(RingStepKind Kind, long Samples);
