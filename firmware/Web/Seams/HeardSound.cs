namespace Switchhook.Web.Seams;

/// <summary>A piece of what a simulated party heard.</summary>
/// <param name="Samples">8 kHz mono, linear 16 bit.</param>
/// <param name="End">Where it ends; what comes after is asked for from here.</param>
public sealed record HeardSound(ReadOnlyMemory<short> Samples, HeardMark End);

/// <summary>A place in what a simulated party heard; only the driver knows what it means. The default is the beginning.</summary>
public readonly record struct HeardMark(int Session, long Position);
