namespace Switchhook.Hardware.Simulated;

/// <summary>A piece of what a party heard.</summary>
/// <param name="Samples">8 kHz, 16 bits.</param>
/// <param name="End">Where it ends; what comes after is asked for from here.</param>
public sealed record HeardPart(ReadOnlyMemory<short> Samples, HeardPlace End);

/// <summary>A place in what a party heard. The default is the beginning.</summary>
/// <param name="Session">Grows each time that the party comes to the line.</param>
/// <param name="Position">Samples since it came.</param>
public readonly record struct HeardPlace(int Session, long Position);
