namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>What a poll saw of an exchange line.</summary>
/// <param name="At">When.</param>
/// <param name="RingVoltage">Ring voltage is above the threshold at this moment (RDTP or RDTN).</param>
/// <param name="Volts">Voltage of the line; the sign is the polarity.</param>
/// <param name="OffHook">The chip closes the loop.</param>
/// <param name="Settling">The chip has just changed the loop: the voltage means nothing yet.</param>
internal readonly record struct LineSample(TimeSpan At, bool RingVoltage, int Volts, bool OffHook, bool Settling);
