namespace Switchhook.Hardware.ProSlic.Spi;

/// <summary>A register and what is written to it.</summary>
/// <param name="Register">Number of the register.</param>
/// <param name="Value">The value.</param>
internal readonly record struct RegisterWrite(byte Register, byte Value);
