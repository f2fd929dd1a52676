namespace Switchhook.Hardware.Yaml;

/// <summary>A value and where the file says it, so that a later check can point at it.</summary>
/// <param name="Value">The value.</param>
/// <param name="At">Its place.</param>
public readonly record struct Located<T>(T Value, Place At);
