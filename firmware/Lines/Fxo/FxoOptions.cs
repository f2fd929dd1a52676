namespace Switchhook.Lines.Fxo;

/// <summary>What the site file says of an exchange line.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Number">Its number in E.164; null when not told.</param>
/// <param name="PulseDialling">True when the exchange takes loop-disconnect pulses only.</param>
public sealed record FxoOptions(string Name, string? Number, bool PulseDialling);
